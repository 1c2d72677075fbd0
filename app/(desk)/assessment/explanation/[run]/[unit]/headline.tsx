import type { ReactNode } from 'react';
import { RankCell, UnitMarks } from '@/app/ui/assessment/rank-cell';
import { PlaceChange } from '@/app/ui/figures/rank-badge';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { ComparedResult, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { changeOf, gradeWords } from '@/lib/assessment/rankings/table/rank-row';
import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/** Total, rank, grade and distance of a unit, in one line of figures. */
export function Headline(props: { run: ResultRun; unit: UnitResult; rival: ComparedResult | null; locale: Locale }) {
  const { run, unit, rival, locale } = props;
  const t = translator(locale, 'explanation');
  // A unit held back from the ranks is not compared with the first.
  const isCompared = unit.rank !== null || unit.isApart;
  const gap = !isCompared || rival?.total == null || unit.total === null ? null : rival.total - unit.total;
  const change = changeOf(unit);
  // The marks stand with the grade that they touch, and without grades with the total.
  const hasGrades = run.scheme.grades.by !== 'none';
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-8 gap-y-4 border-b border-rule pb-5 sm:flex sm:flex-wrap sm:gap-x-12">
      <Fact
        term={t('card.total')}
        note={
          <>
            {t('card.outOf', { full: writtenNumber(fullOf(run.scheme.root)) })}
            {!hasGrades && <UnitMarks row={unit} locale={locale} />}
          </>
        }
      >
        <span className="text-[30px] leading-9 font-semibold">
          {unit.shown === null ? '—' : groupedDecimal(unit.shown)}
        </span>
      </Fact>
      <Fact
        term={t('card.rank')}
        note={
          change !== null && (
            <>
              {t('card.change')} <PlaceChange change={change} locale={locale} />
            </>
          )
        }
      >
        {unit.rank === null ? (
          <span className="text-lg font-semibold">{t(unit.isApart ? 'card.apart' : 'card.unranked')}</span>
        ) : (
          <span className="flex w-fit items-center gap-1 text-lg font-semibold">
            <RankCell row={unit} of={run.ranked} units={run.units} locale={locale} />
            <span className="text-ink-2">{t('card.rankOf', { of: run.ranked })}</span>
          </span>
        )}
      </Fact>
      {hasGrades && (
        <Fact term={t('card.grade')} note={<UnitMarks row={unit} locale={locale} />}>
          <span className="text-lg font-semibold">{gradeWords(unit, run.scheme, locale) ?? t('card.noGrade')}</span>
        </Fact>
      )}
      {gap !== null && rival && (
        <Fact term={t(gap < 0 ? 'card.lead' : 'card.toFirst')} note={nameOf(rival, locale)}>
          <span className="text-lg font-semibold">{groupedDecimal(decimalOf(Math.abs(gap), run.scheme.decimals))}</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, note, children }: { term: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-table text-ink-2">{term}</dt>
      <dd className="flex min-h-9 items-center">{children}</dd>
      {note && <dd className="flex flex-wrap gap-1 text-table text-ink-2">{note}</dd>}
    </div>
  );
}
