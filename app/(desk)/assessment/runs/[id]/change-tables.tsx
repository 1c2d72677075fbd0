import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { gradeWords } from '@/lib/assessment/rankings/table/rank-row';
import type { FigureAt, MovedUnit, Standing, TargetAt, WouldChange } from '@/lib/assessment/runs/changes/words';
import type { RunDetail } from '@/lib/assessment/runs/listing/words';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** The most lines of each table. */
const most = 100;

/** A run with the document of its scheme. */
export type ShownRun = RunDetail & { readonly document: Scheme };

type Line = { key: string; unit: string; what: string; href?: string; before: string; after: string };

/** Figures, targets, entries and units that differ from the frozen ones: old and new side by side. */
export function ChangedTable({ report, locale }: { report: WouldChange; locale: Locale }) {
  const t = translator(locale, 'runs');
  const lines = linesOf(report, locale);
  const columns: Column<Line>[] = [
    { key: 'unit', header: t('changes.unit'), className: 'whitespace-nowrap', cell: ({ unit }) => unit },
    {
      key: 'what',
      header: t('changes.what'),
      className: 'min-w-40',
      cell: ({ what, href }) =>
        href ? (
          <a href={href} className="text-sea hover:underline">
            {what}
          </a>
        ) : (
          what
        ),
    },
    { key: 'before', header: t('changes.before'), align: 'end', cell: ({ before }) => before },
    { key: 'after', header: t('changes.after'), align: 'end', cell: ({ after }) => after },
  ];
  return (
    <>
      <Heading title={t('changes.inputs')} note={t('changes.inputsCount', { count: lines.length })} />
      <DataTable
        caption={t('changes.inputs')}
        rows={lines.slice(0, most)}
        columns={columns}
        rowKey={({ key }) => key}
      />
      <More count={lines.length - most} locale={locale} />
    </>
  );
}

/** The units whose score, rank or grade would change. */
export function MovedTable({ report, run, locale }: { report: WouldChange; run: ShownRun; locale: Locale }) {
  const t = translator(locale, 'runs');
  const grade = (one: Standing | null) => (one && gradeWords(one, run.document, locale)) ?? '—';
  const total = (one: Standing | null) => (one?.shown ? groupedDecimal(one.shown) : '—');
  const rank = (one: Standing | null) => (one === null ? '—' : one.rank === null ? t('table.unranked') : `${one.rank}`);
  const both = (write: (one: Standing | null) => string) => {
    const cell = ({ before, after }: MovedUnit) => {
      const [old, now] = [write(before), write(after)];
      return old === now ? old : `${old} → ${now}`;
    };
    cell.displayName = 'Both';
    return cell;
  };
  const columns: Column<MovedUnit>[] = [
    {
      key: 'unit',
      header: t('changes.unit'),
      className: 'whitespace-nowrap',
      cell: ({ unit }) => unitName(report, unit, locale),
    },
    { key: 'rank', header: t('changes.rank'), align: 'end', className: 'whitespace-nowrap', cell: both(rank) },
    { key: 'total', header: t('changes.total'), align: 'end', className: 'whitespace-nowrap', cell: both(total) },
    ...(run.document.grades.by !== 'none'
      ? [{ key: 'grade', header: t('changes.grade'), className: 'whitespace-nowrap', cell: both(grade) }]
      : []),
  ];
  return (
    <>
      <Heading title={t('changes.moved')} note={t('changes.movedCount', { count: report.moved.length })} />
      <DataTable
        caption={t('changes.moved')}
        rows={report.moved.slice(0, most)}
        columns={columns}
        rowKey={({ unit }) => unit}
      />
      <More count={report.moved.length - most} locale={locale} />
    </>
  );
}

function Heading({ title, note }: { title: string; note: string }) {
  return (
    <h3 className="mt-4 mb-2 text-base font-semibold">
      {title} <span className="ml-2 text-table font-normal text-ink-2">{note}</span>
    </h3>
  );
}

function More({ count, locale }: { count: number; locale: Locale }) {
  if (count <= 0) return null;
  return <p className="mt-2 text-table text-ink-2">{translator(locale, 'runs')('changes.more', { count })}</p>;
}

function unitName(report: WouldChange, code: string, locale: Locale): string {
  const named = report.units[code];
  return named ? nameOf(named, locale) : code;
}

function linesOf(report: WouldChange, locale: Locale): Line[] {
  const t = translator(locale, 'runs');
  const l = translator(locale, 'ledger');
  const { figures, targets, entries, joined, left } = report.inputs;
  const unitOf = (code: string) => unitName(report, code, locale);
  const indicatorOf = (code: string) => {
    const named = report.indicators[code];
    return named ? nameOf(named, locale) : code;
  };
  const absent = t('changes.absent');
  const figure = (one: FigureAt | null) =>
    one ? t('changes.figureAt', { value: groupedDecimal(one.value), number: one.revision }) : absent;
  const target = (one: TargetAt | null) => {
    if (!one) return absent;
    const base = groupedDecimal(one.base);
    return one.stretch ? t('changes.stretch', { base, stretch: groupedDecimal(one.stretch) }) : base;
  };
  return [
    ...figures.map((one) => ({
      key: `figure ${one.unit} ${one.indicator} ${one.period}`,
      unit: unitOf(one.unit),
      what: `${indicatorOf(one.indicator)}${locale === 'en' ? ', ' : '，'}${writtenPeriod(one.period, locale)}`,
      href: paths.figure(one.indicator, one.unit, one.period),
      before: figure(one.before),
      after: figure(one.after),
    })),
    ...targets.map((one) => ({
      key: `target ${one.unit} ${one.indicator}`,
      unit: unitOf(one.unit),
      what: t('changes.target', { indicator: indicatorOf(one.indicator) }),
      before: target(one.before),
      after: target(one.after),
    })),
    ...entries.map((one) => ({
      key: `entry ${one.id}`,
      unit: unitOf(one.unit),
      what: `${l(`kinds.${one.kind}`)}${locale === 'en' ? ': ' : '：'}${one.reason}`,
      before: one.isNew ? absent : `${one.points}`,
      after: one.isNew ? `${one.points}` : t('changes.entryGone'),
    })),
    ...joined.map((code) => unitLine(code, 'joined')),
    ...left.map((code) => unitLine(code, 'left')),
  ];

  function unitLine(code: string, how: 'joined' | 'left'): Line {
    return { key: `${how} ${code}`, unit: unitOf(code), what: t(`changes.${how}`), before: '—', after: '—' };
  }
}
