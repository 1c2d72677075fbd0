import { RankCell, UnitMarks } from '@/app/ui/assessment/rank-cell';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { PlaceChange } from '@/app/ui/figures/rank-badge';
import { Badge } from '@/app/ui/primitives/badge';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable, type Order } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import type { ownUnits } from '@/lib/assessment/rankings/own-units';
import { mainParts, nodeNamed, type ResultRun } from '@/lib/assessment/rankings/result-run';
import {
  changeOf,
  gradeWords,
  type Lines,
  type RankRow,
  toFirst,
  toLine,
} from '@/lib/assessment/rankings/table/rank-row';
import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import { ItemTable } from './item-table';

type View = {
  readonly run: ResultRun;
  readonly lines: Lines;
  readonly own: ReturnType<typeof ownUnits>;
  readonly locale: Locale;
};

/**
 * The units of a run with ranks, totals, blocks, grades and gaps. `opened` is the unit whose items are shown below its
 * row; `openHref` is the address that opens a unit, or with null closes it.
 */
export function RankTable(
  props: View & {
    rows: readonly RankRow[];
    caption: string;
    sort: { key: string; order: Order } | null;
    sortHref?: (key: string, order: Order | null) => string;
    opened: UnitResult | null;
    openHref: (unit: string | null) => string;
  },
) {
  const { rows, run, opened, locale, own } = props;
  return (
    <div className="ranking">
      <DataTable
        caption={props.caption}
        rows={rows}
        columns={columnsOf(props)}
        rowKey={({ code }) => code}
        rowId={({ code }) => `unit-${code}`}
        sort={props.sort}
        {...(props.sortHref && { sortHref: props.sortHref })}
        isFocal={({ code }) => own.pinned.includes(code) || own.marked.includes(code)}
        detail={({ code }) => opened?.code === code && <ItemTable run={run} unit={opened} locale={locale} />}
      />
    </div>
  );
}

function columnsOf(
  props: View & { opened: UnitResult | null; openHref: (unit: string | null) => string },
): Column<RankRow>[] {
  const { run, lines, own, locale, opened, openHref } = props;
  const { scheme } = run;
  const t = translator(locale, 'rankings');
  const digits = scheme.decimals;
  const number = (value: number | null) => <ScoreNumber value={value} digits={digits} />;
  const columns: (Column<RankRow> | false)[] = [
    {
      key: 'rank',
      header: t('columns.rank'),
      align: 'center',
      sortable: true,
      cell: (row) => <RankCell row={row} of={run.ranked} units={run.units} locale={locale} />,
    },
    {
      key: 'unit',
      header: t('columns.unit'),
      sortable: true,
      className: 'min-w-28',
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <a
            href={paths.explanation(run.id, row.code)}
            className="inline-flex min-h-6 items-center font-medium hover:text-sea hover:underline max-sm:min-h-11"
          >
            {markedName(row, locale)}
          </a>
          {own.pinned.includes(row.code) && <Badge tone="sea">{t('marks.own')}</Badge>}
          <UnitMarks row={row} locale={locale} />
        </span>
      ),
    },
    run.previous !== null && {
      key: 'change',
      header: t('columns.change'),
      align: 'center',
      sortable: true,
      cell: (row) => <PlaceChange change={changeOf(row)} locale={locale} />,
    },
    {
      key: 'total',
      header: t('columns.total', { full: writtenNumber(fullOf(scheme.root)) }),
      align: 'end',
      sortable: true,
      cell: ({ shown }) => (shown === null ? <None /> : <b className="font-semibold">{groupedDecimal(shown)}</b>),
    },
    ...mainParts(scheme).map(
      (part, at): Column<RankRow> => ({
        key: part.key,
        header: t('columns.part', { name: nameOf(part, locale), full: writtenNumber(part.full) }),
        align: 'end',
        sortable: true,
        className: 'part',
        cell: ({ scores }) => number(scores[at] ?? null),
      }),
    ),
    scheme.grades.by !== 'none' && {
      key: 'grade',
      header: t('columns.grade'),
      className: 'whitespace-nowrap',
      cell: (row) => gradeWords(row, scheme, locale) ?? <None />,
    },
    { key: 'toBefore', header: t('columns.toBefore'), align: 'end', cell: ({ toBefore }) => number(toBefore) },
    {
      key: 'toFirst',
      header: t('columns.toFirst'),
      align: 'end',
      cell: (row) => number(row.rank === 1 ? null : toFirst(row, lines)),
    },
    scheme.grades.by !== 'none' && {
      key: 'toLine',
      header: t('columns.toLine'),
      align: 'end',
      cell: (row) => {
        const line = toLine(row, scheme, lines);
        if (!line) return <None />;
        const grade = nameOf(nodeNamed(scheme, line.grade), locale);
        return t('toLine', { gap: groupedDecimal(decimalOf(line.gap, digits)), grade });
      },
    },
    {
      key: 'open',
      header: t('columns.open'),
      className: 'print:hidden',
      cell: ({ code, ...row }) => {
        const isOpen = opened?.code === code;
        return (
          <a
            href={openHref(isOpen ? null : code)}
            data-stay=""
            aria-label={t(isOpen ? 'closeOf' : 'openOf', { unit: nameOf(row, locale) })}
            aria-expanded={isOpen}
            className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
          >
            {t(isOpen ? 'closeItems' : 'openItems')}
          </a>
        );
      },
    },
  ];
  return columns.filter((column) => column !== false);
}

function None() {
  return <span className="text-ink-2">—</span>;
}
