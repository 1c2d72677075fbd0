import { CitationMark } from '@/app/ui/figures/citation-mark';
import { Figure, figureAnchor } from '@/app/ui/figures/figure';
import { ComputedGrowth, ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { Place, PlaceChange, PublishedRank } from '@/app/ui/figures/rank-badge';
import { Sparkline } from '@/app/ui/figures/sparkline';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable, type Order } from '@/app/ui/tables/data-table';
import { Pager } from '@/app/ui/tables/pager';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { sparkCourse } from '@/lib/dashboards/series/spaced-periods';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { rowsOnPage, type Sort } from '@/lib/observations/ranking/sort-rows';
import type { RankedUnit, Ranking } from '@/lib/observations/ranking/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import { pagesOf, pageWithin } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

type View = { ranking: Ranking; focal: ReadonlySet<string>; locale: Locale };

/** A page of the group's units with their places; those without a figure come last and are never left out. */
export function RankingTable(
  props: View & {
    caption: string;
    groupName: string;
    sort: Sort | null;
    sortHref: (key: string, order: Order | null) => string;
    page: number;
    pageHref: (page: number) => string;
  },
) {
  const { ranking, focal, locale, sort } = props;
  const t = translator(locale, 'indicators');
  const all = ranking.rows.length;
  const page = pageWithin(props.page, all);
  const rows = rowsOnPage(ranking.rows, sort, page);
  const columns = columnsOf(props);
  return (
    <>
      <DataTable
        caption={props.caption}
        rows={rows}
        columns={columns}
        rowKey={({ unit }) => unit.code}
        sort={sort && { key: sort.key, order: sort.order }}
        sortHref={props.sortHref}
        isFocal={({ unit }) => focal.has(unit.code)}
        footer={ranking.whole && <Total {...props} columns={columns} whole={ranking.whole} />}
      />
      <RanksApart ranking={ranking} locale={locale} />
      {rows.length < all && <p className="mt-2 text-table text-ink-2">{t('page.units', { count: all })}</p>}
      <Pager page={page} pages={pagesOf(all)} hrefOf={props.pageHref} whole={t('page.xlsx')} locale={locale} />
    </>
  );
}

function columnsOf({ ranking, locale }: View): Column<RankedUnit>[] {
  const t = translator(locale, 'indicators');
  const f = translator(locale, 'figures');
  const { indicator, rows, reported: of } = ranking;
  const known = rows.filter(({ figure }) => figure !== null);
  const worded = isWorded(indicator.measure);
  // A place among fewer than half of the units wears no medal.
  const plain = of * 2 < rows.length;
  const some = (has: (row: RankedUnit) => boolean) => rows.some(has);
  const none = f('none');
  const columns: (Column<RankedUnit> | false)[] = [
    ranking.isRanked && {
      key: 'place',
      header: t('columns.place'),
      align: 'center',
      sortable: true,
      className: 'w-16',
      cell: ({ place, tied }) =>
        place === null ? none : <Place place={place} of={of} tied={tied} plain={plain} locale={locale} />,
    },
    ranking.compared !== null && {
      key: 'change',
      header: t('columns.change'),
      align: 'center',
      sortable: true,
      cell: ({ change }) => <PlaceChange change={change} locale={locale} />,
    },
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'whitespace-nowrap',
      sortable: known.length > 1,
      cell: ({ unit }) => <a href={paths.unit(unit.code)}>{markedName(unit, locale)}</a>,
    },
    {
      key: 'value',
      header: worded ? t('columns.valuePlain') : t('columns.value', { unit: unitOf(indicator, locale) }),
      align: 'end',
      sortable: known.length > 1,
      cell: ({ figure }) =>
        figure ? (
          <Figure figure={figure} measure={indicator.measure} locale={locale} size="table" />
        ) : (
          <span className="text-ink-2">{f('notReported')}</span>
        ),
    },
    !ranksApart(ranking) &&
      some(({ publishedRanks }) => publishedRanks.length > 0) && {
        key: 'published',
        header: t('columns.published'),
        cell: ({ publishedRanks }) =>
          publishedRanks.length === 0
            ? none
            : publishedRanks.map((rank) => <PublishedRank key={rank.scopeZh} rank={rank} locale={locale} />),
      },
    some(({ reported }) => reported !== null) && {
      key: 'reported',
      header: t('columns.reported'),
      align: 'end',
      sortable: true,
      cell: ({ reported }) =>
        reported ? (
          <span className="whitespace-nowrap">
            {reported.qualifier !== 'exact' && (
              <span className="text-ink-2">{`${qualifierMark[reported.qualifier]} `}</span>
            )}
            <ReportedGrowth change={reported.change} points={reported.points} locale={locale} />
            <CitationMark citation={reported.citation} anchor={figureAnchor(reported.stated)} locale={locale} />
          </span>
        ) : (
          none
        ),
    },
    some(({ computed }) => computed !== null) && {
      key: 'computed',
      header: t('columns.computed'),
      align: 'end',
      sortable: true,
      cell: ({ computed }) => (computed ? <ComputedGrowth growth={computed} locale={locale} /> : none),
    },
    ranking.whole !== null && {
      key: 'share',
      header: t('columns.share'),
      align: 'end',
      sortable: true,
      cell: ({ share }) => (share === null ? none : groupedDecimal(share)),
    },
    ranking.periods.length > 1 && {
      key: 'course',
      header: t('columns.course'),
      className: 'w-24',
      cell: (row) => <Course row={row} ranking={ranking} locale={locale} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Whether the published ranks are listed in a line instead of a nearly empty column. */
function ranksApart({ rows, reported }: Ranking): boolean {
  return rows.filter(({ publishedRanks }) => publishedRanks.length > 0).length * 3 < reported;
}

/** The published ranks that have no column. */
function RanksApart({ ranking, locale }: { ranking: Ranking; locale: Locale }) {
  const t = translator(locale, 'indicators');
  const some = ranking.rows.filter(({ publishedRanks }) => publishedRanks.length > 0);
  if (some.length === 0 || !ranksApart(ranking)) return null;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-table">
      <span className="font-semibold text-ink-2">{t('columns.published')}</span>
      {some.map(({ unit, publishedRanks }) => (
        <span key={unit.code} className="inline-flex flex-wrap items-center gap-x-1.5">
          {markedName(unit, locale)}
          {publishedRanks.map((rank) => (
            <PublishedRank key={rank.scopeZh} rank={rank} locale={locale} />
          ))}
        </span>
      ))}
    </p>
  );
}

const qualifierMark = { exact: '', at_least: '≥', at_most: '≤', about: '≈', expected: '≈' } as const;

function Course({ row, ranking, locale }: { row: RankedUnit; ranking: Ranking; locale: Locale }) {
  const told = row.course.flatMap((point) =>
    point
      ? [`${writtenPeriod(point.periodCode, locale)} ${writtenText(point, locale, ranking.indicator.measure)}`]
      : [],
  );
  const sign = ranking.indicator.measure === 'rank' ? -1 : 1;
  // Numbers only for drawing: shown figures stay decimal strings.
  const figures = ranking.periods.map((period, at) => {
    const point = row.course[at];
    return { period, value: point ? sign * Number(point.value) : null };
  });
  return (
    <Sparkline
      {...sparkCourse(figures, [
        ...ranking.indicator.redefined,
        ...(ranking.ofTheTime.reorganised.get(row.unit.code) ?? []),
      ])}
      label={[nameOf(row.unit, locale), ...told].join(' ')}
    />
  );
}

function Total(
  props: View & { columns: Column<RankedUnit>[]; groupName: string; whole: NonNullable<Ranking['whole']> },
) {
  const { columns, whole, locale } = props;
  const t = translator(locale, 'indicators');
  const name =
    whole.kind === 'group'
      ? t('total.group', { group: props.groupName })
      : t('total.unit', { unit: nameOf(whole.unit, locale) });
  const at = columns.findIndex(({ key }) => key === 'unit');
  const value =
    whole.kind === 'group' ? (
      groupedDecimal(whole.value)
    ) : (
      <Figure figure={whole.figure} locale={locale} size="table" />
    );
  return (
    <tr className="border-b border-rule font-semibold">
      <th scope="row" colSpan={at + 1} className="h-9 px-2.5 py-1 text-right">
        {name}
      </th>
      <td className="h-9 px-2.5 py-1 text-right">{value}</td>
      {columns.slice(at + 2).map(({ key, className }) => (
        <td key={key} className={className}>
          {key === 'share' && <span className="block px-2.5 text-right">{groupedDecimal('100')}</span>}
        </td>
      ))}
    </tr>
  );
}
