import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceLine } from '@/lib/monitoring/consequences/list/words';
import { writtenBasis, writtenMeasure, writtenMet } from '@/lib/monitoring/consequences/written';
import type { Sheet } from '@/lib/publishing/words';

/** Consequences as a sheet, a line each. */
export function consequenceSheet(
  lines: readonly ConsequenceLine[],
  { title, today, filter }: { readonly title: string; readonly today: string; readonly filter: string },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'consequences');
  const keys = ['unit', 'measure', 'state', 'rule', 'basis', 'met', 'proposed', 'updated'] as const;
  return {
    ...{ name: t('file.sheet'), title, notes: [] },
    about: [
      [t('file.asOf'), today],
      [t('file.filter'), filter],
    ],
    columns: keys.map((key) => t(`columns.${key}`)),
    rows: lines.map((line) =>
      [
        ...[
          nameOf(line.unit, locale),
          writtenMeasure(line, locale),
          t(`states.${line.state}`),
          nameOf(line.rule, locale),
        ],
        ...[writtenBasis(line.basis, line, locale), writtenMet(line.met, locale)],
        ...[writtenMoment(line.proposedAt), writtenMoment(line.updatedAt)],
      ].map((text) => ({ text })),
    ),
  };
}
