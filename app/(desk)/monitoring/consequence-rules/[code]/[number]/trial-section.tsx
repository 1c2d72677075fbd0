import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ruleTrial, TriedLine } from '@/lib/monitoring/consequences/rules/trial/queries';
import type { ConsequenceRule } from '@/lib/monitoring/consequences/rules/words';
import { writtenBasis, writtenMet } from '@/lib/monitoring/consequences/written';

/** Who would have met a rule, when and by what, and which share it would have proposed. */
export function TrialSection(props: {
  trial: NonNullable<Awaited<ReturnType<typeof ruleTrial>>>;
  rule: ConsequenceRule;
  locale: Locale;
}) {
  const { trial, rule, locale } = props;
  const t = translator(locale, 'consequences');
  const { lines, total } = trial;
  if (total === 0) return <p>{t('rules.triedNone')}</p>;
  return (
    <>
      <p className="mb-3">{t('rules.triedCount', { count: total })}</p>
      <DataTable<TriedLine>
        caption={t('rules.triedCaption')}
        rows={lines}
        rowKey={({ unit, met, basis }) => `${unit.code} ${met} ${basis.kind === 'lamps' ? basis.indicator : ''}`}
        columns={[
          {
            key: 'unit',
            header: t('columns.unit'),
            className: 'min-w-24',
            cell: ({ unit }) => markedName(unit, locale),
          },
          { key: 'met', header: t('columns.met'), ...unbroken(locale), cell: ({ met }) => writtenMet(met, locale) },
          {
            key: 'basis',
            header: t('columns.basis'),
            className: 'min-w-64',
            cell: ({ basis, indicator }) =>
              marked(writtenBasis(basis, { about: indicator ?? rule.about, grades: rule.grades }, locale), locale),
          },
          ...(rule.shares
            ? [
                {
                  key: 'share',
                  header: t('measures.outstandingShare'),
                  align: 'end' as const,
                  cell: ({ share }: TriedLine) => (share === null ? '—' : `${share}%`),
                },
              ]
            : []),
        ]}
      />
      {total > lines.length && (
        <p className="mt-2 text-table text-ink-2">{t('rules.triedMore', { shown: lines.length })}</p>
      )}
    </>
  );
}
