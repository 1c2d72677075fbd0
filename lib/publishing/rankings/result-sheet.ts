import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { ItemValues } from '@/lib/assessment/explanation/value-steps';
import { type NoteNames, writtenNote } from '@/lib/assessment/explanation/written-note';
import { acknowledgedWords } from '@/lib/assessment/rankings/acknowledged-words';
import { marksOf } from '@/lib/assessment/rankings/marks';
import { mainParts, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import {
  changeOf,
  gradeWords,
  type RankRow,
  type RankTable,
  toFirst,
  toLine,
} from '@/lib/assessment/rankings/table/rank-row';
import { tableNotes } from '@/lib/assessment/rankings/table/table-notes';
import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { decimalOf } from '@/lib/statistics/numbers';

type Subject = { run: ResultRun; table: RankTable; names: NoteNames; values: ItemValues; locale: Locale };

/** `group` is the head above neighbouring columns; `isKept` is in sight while one moves to the right. */
type Column = { label: string; group?: string; isKept?: true; cell: (row: RankRow) => SheetCell };

const text = (value: string): SheetCell => (value === '' ? null : { text: value });

/** The ranking of a run as a sheet: all units, the same numbers as on the page, the values of the items, and the basis. */
export function resultSheet({ run, table, names, values, locale }: Subject): Sheet {
  const t = translator(locale, 'rankings');
  const { scheme, group, period } = runWords(run, locale);
  const columns = columnsOf({ run, table, names, values, locale });
  const rows = [...table.rows, ...table.apart];
  const marks = [...(run.scheme.isExample ? [t('example')] : []), ...(run.isDemonstration ? [t('demonstration')] : [])];
  return {
    name: t('file.sheet'),
    title: t('file.title', { scheme, period }),
    about: [
      [t('file.group'), group],
      [t('file.period'), period],
      [t('file.state'), listed([t(`states.${run.state}`), ...marks], locale)],
      [t('file.scheme'), t('about.version', { name: scheme, version: run.schemeVersion })],
      [t('file.published'), run.publishedAt ? writtenMoment(run.publishedAt) : '—'],
      [t('file.hash'), run.sha256],
    ],
    columns: columns.map(({ label }) => label),
    groups: groupsOf(columns),
    keptColumns: columns.findLastIndex(({ isKept }) => isKept) + 1,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    notes: [
      ...acknowledgedWords(run.acknowledged, locale),
      ...new Set(
        tableNotes(run, rows, locale).map(({ note, about }) => {
          const words = writtenNote(note, names, locale);
          return about === undefined ? words : `${about}${locale === 'en' ? ': ' : '：'}${words}`;
        }),
      ),
      t('notes.gaps', { graded: run.scheme.grades.by === 'none' ? 'no' : 'yes' }),
    ],
  };
}

/** The heads above columns that belong together. */
function groupsOf(columns: readonly Column[]): NonNullable<Sheet['groups']> {
  const labels = [...new Set(columns.flatMap(({ group }) => group ?? []))];
  return labels.map((label) => ({
    ...{ label, from: columns.findIndex(({ group }) => group === label) },
    to: columns.findLastIndex(({ group }) => group === label),
  }));
}

/** The name of the file, without characters that a file system refuses. */
export function resultFileName(run: ResultRun, locale: Locale): string {
  return translator(locale, 'rankings')('file.name', runWords(run, locale))
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim();
}

function columnsOf({ run, table, values, locale }: Subject): Column[] {
  const { scheme } = run;
  const t = translator(locale, 'rankings');
  const f = translator(locale, 'figures');
  const digits = scheme.decimals;
  const number = (value: number | null, decimals = digits): SheetCell =>
    value === null ? null : { number: decimalOf(value, decimals), decimals };
  const plain = (value: number | null): SheetCell => {
    if (value === null) return null;
    const [, decimals = ''] = writtenNumber(value).split('.');
    return { number: decimalOf(value, decimals.length), decimals: decimals.length };
  };
  const place = (value: number | null) => number(value, value !== null && !Number.isInteger(value) ? 1 : 0);
  const hasGrades = scheme.grades.by !== 'none';
  const columns: (Column | false)[] = [
    { label: t('columns.rank'), cell: ({ rank, isApart }) => (isApart ? text(t('file.apart')) : place(rank)) },
    { label: t('file.tied'), cell: ({ isTied }) => text(isTied ? f('tied') : '') },
    run.previous !== null && { label: t('columns.change'), cell: (row) => place(changeOf(row)) },
    { label: t('columns.unit'), isKept: true, cell: (row) => text(nameOf(row, locale)) },
    {
      label: t('columns.total', { full: writtenNumber(fullOf(scheme.root)) }),
      cell: ({ shown }) => (shown === null ? null : { number: shown, decimals: digits }),
    },
    ...mainParts(scheme).map((part, at) => ({
      label: t('columns.part', { name: nameOf(part, locale), full: writtenNumber(part.full) }),
      group: t('file.groups.parts'),
      cell: ({ scores }: RankRow) => number(scores[at] ?? null),
    })),
    hasGrades && {
      label: t('columns.grade'),
      cell: (row) => text(gradeWords(row, scheme, locale) ?? ''),
    },
    { label: t('columns.toBefore'), group: t('file.groups.gaps'), cell: ({ toBefore }) => number(toBefore) },
    {
      label: t('columns.toFirst'),
      group: t('file.groups.gaps'),
      cell: (row) => number(row.rank === 1 ? null : toFirst(row, table.lines)),
    },
    hasGrades && {
      label: t('columns.toLine'),
      group: t('file.groups.gaps'),
      cell: (row) => number(toLine(row, scheme, table.lines)?.gap ?? null),
    },
    {
      label: t('file.remarks'),
      cell: (row) =>
        text(
          listed(
            marksOf(row).map((mark) => t(`marks.${mark}`)),
            locale,
          ),
        ),
    },
    ...values.headings.map((label, at) => ({
      label,
      group: t('file.groups.values'),
      cell: ({ code }: RankRow) => plain(values.of.get(code)?.[at] ?? null),
    })),
  ];
  return columns.filter((column) => column !== false);
}
