import type { ShownPreview } from '@/app/ui/forms/preview-answer';
import { namesTold } from '@/lib/catalogue/names/told-name';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { CellFault, ImportOutcome } from '@/lib/monitoring/registers/sheet/words';
import type { RegisterLists } from '@/lib/monitoring/registers/words';
import { writtenValue } from '@/lib/monitoring/registers/written';

/** A fault of a cell: where it is, what is written there, and what is wrong with it. */
export function writtenFault({ address, text, fault, names }: CellFault, locale: Locale): [string, string, string] {
  const t = translator(locale, 'registers');
  const why = t(`import.faults.${fault}`);
  return [address, text, names.length > 0 ? t('import.meant', { why, names: namesTold(names, locale) }) : why];
}

/** The answer to a sheet in words. */
export function shownSheet(
  outcome: ImportOutcome,
  of: { readonly lists: RegisterLists; readonly units: readonly Named[] },
  locale: Locale,
): ShownPreview {
  const t = translator(locale, 'registers');
  if (outcome.kind === 'faults') {
    const { faults, total } = outcome;
    return {
      ...{ isFaulty: true, title: t('import.faultyTitle', { count: total }), submit: null, follows: '' },
      lines: total > faults.length ? [t('import.faultyMore', { shown: faults.length })] : [],
      columns: [t('import.address'), t('import.text'), t('import.why')],
      rows: faults.map((fault) => writtenFault(fault, locale)),
    };
  }
  const { created, changed, unchanged, absent, lines, total, notices, follows } = outcome;
  const isNothing = follows === '';
  return {
    isFaulty: false,
    title: isNothing
      ? t('import.nothingTitle')
      : t('import.comparedTitle', { changes: created + changed, created, changed }),
    lines: [
      ...(unchanged > 0 ? [t('import.unchanged', { count: unchanged })] : []),
      ...(absent > 0 ? [t('import.absent', { count: absent })] : []),
      ...notices.map(({ kind, what }) => t(`import.${kind}`, { what })),
      ...(total > lines.length ? [t('import.more', { shown: lines.length, total })] : []),
    ],
    columns: (['address', 'identifier', 'name', 'field', 'before', 'after'] as const).map((one) => t(`import.${one}`)),
    rows: lines.map(({ address, identifier, name, field, before, after }) => [
      ...[address, identifier, name, t(`columns.${field}`)],
      ...[writtenValue(of, field, before, locale), writtenValue(of, field, after, locale)],
    ]),
    submit: isNothing ? null : t('import.write'),
    follows,
  };
}
