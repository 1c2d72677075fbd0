import type { DefinitionView, GroupView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { RankedUnit, Ranking } from '@/lib/observations/ranking/words';
import { noteTexts } from '@/lib/observations/ranking/written-notes';
import type { Citation } from '@/lib/observations/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import { writtenRank } from '@/lib/observations/written-rank';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { signedDecimal } from '@/lib/statistics/numbers';

type Subject = {
  ranking: Ranking;
  group: GroupView;
  definition: DefinitionView | undefined;
  /** The moment of the figures; null for the present. */
  at: Date | null;
  /** The notes about the indicator and its units in the period. */
  notes?: readonly string[];
  locale: Locale;
};
type Column = { label: string; cell: (row: RankedUnit) => SheetCell };

/** The title of a document; of a withdrawn one with the reason. */
function titleOf({ sourceTitle, sourceWithdrawn }: Citation, locale: Locale): string {
  if (sourceWithdrawn === null) return sourceTitle;
  return translator(locale, 'figures')('withdrawnTitle', { title: sourceTitle, reason: sourceWithdrawn });
}

const text = (value: string): SheetCell => (value === '' ? null : { text: value });
const decimalsOf = (value: string) => value.split('.')[1]?.length ?? 0;
const number = (value: string, decimals = decimalsOf(value)): SheetCell => ({ number: value, decimals });
const wholeCell = (value: number | null): SheetCell => (value === null ? null : number(String(value)));

/** A ranking as a sheet: the same figures as the table of the page, each with its document and words. */
export function rankingSheet(subject: Subject): Sheet {
  const { ranking, group, definition, at, locale } = subject;
  const { indicator, rows } = ranking;
  const t = translator(locale, 'indicators');
  const period = writtenPeriod(ranking.periodCode, locale);
  const en = locale === 'en';
  const titles = new Set(rows.flatMap(({ figure }) => (figure ? [titleOf(figure.citation, locale)] : [])));
  const columns = columnsOf(subject);
  const about: [string, string][] = [
    [t('file.group'), nameOf(group, locale)],
    [t('file.period'), period],
    [t('file.unit'), unitOf(indicator, locale)],
    [t('file.basis'), t(`words.${indicator.basis}`)],
    [t('file.direction'), t(`words.${indicator.direction}`)],
  ];
  if (at) about.push([translator(locale, 'revisions')('asof.file'), writtenMoment(at)]);
  if (definition) about.push([t('file.definition'), en ? definition.definitionEn : definition.definitionZh]);
  about.push([t('file.source'), [...titles].join('; ')]);
  return {
    name: t('file.sheet'),
    title: t('charts.bars', { indicator: nameOf(indicator, locale), period }),
    about,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    notes: [...noteTexts(ranking, locale), ...(subject.notes ?? [])],
  };
}

/** The name of the file, in the reader's language and without characters that a file system refuses. */
export function rankingFileName({ ranking, group, locale }: Subject): string {
  const t = translator(locale, 'indicators');
  const name = t('file.name', {
    indicator: nameOf(ranking.indicator, locale),
    period: writtenPeriod(ranking.periodCode, locale),
    group: nameOf(group, locale),
  });
  return name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
}

function columnsOf({ ranking, locale }: Subject): Column[] {
  const { indicator } = ranking;
  const t = translator(locale, 'indicators');
  const f = translator(locale, 'figures');
  const growthUnit = indicator.measure === 'rate' ? f('points') : f('percent');
  const citedCell = (pick: (citation: NonNullable<RankedUnit['figure']>) => string) => (row: RankedUnit) =>
    text(row.figure ? pick(row.figure) : '');
  const worded = isWorded(indicator.measure);
  return [
    { label: t('columns.place'), cell: ({ place }) => wholeCell(place) },
    { label: t('columns.change'), cell: ({ change }) => wholeCell(change) },
    { label: t('columns.unit'), cell: ({ unit }) => text(nameOf(unit, locale)) },
    {
      label: worded ? t('columns.valuePlain') : t('columns.value', { unit: unitOf(indicator, locale) }),
      cell: ({ figure }) => (figure ? number(figure.value, figure.decimals) : text(t('file.notReported'))),
    },
    {
      label: t('columns.qualifier'),
      cell: ({ figure }) =>
        figure && (worded || figure.qualifier !== 'exact')
          ? text(writtenText(figure, locale, indicator.measure))
          : null,
    },
    {
      label: t('columns.published'),
      cell: ({ publishedRanks }) => text(publishedRanks.map((rank) => writtenRank(rank, locale)).join('; ')),
    },
    {
      label: t('file.reportedUnit', { unit: growthUnit }),
      cell: ({ reported }) => (reported ? number(reported.change) : null),
    },
    { label: t('file.computedUnit', { unit: growthUnit }), cell: ({ computed }) => growthCell(computed, f) },
    { label: t('columns.share'), cell: ({ share }) => (share === null ? null : number(share)) },
    { label: t('columns.vintage'), cell: citedCell(({ vintage }) => f(vintage)) },
    { label: t('columns.source'), cell: citedCell(({ citation }) => titleOf(citation, locale)) },
    { label: t('columns.locator'), cell: citedCell(({ citation }) => citation.locator) },
    { label: t('columns.quote'), cell: citedCell(({ citation }) => citation.quote) },
    { label: t('columns.note'), cell: citedCell(({ note }) => note) },
  ];
}

function growthCell(growth: RankedUnit['computed'], f: ReturnType<typeof translator<'figures'>>): SheetCell {
  if (!growth) return null;
  if (growth.change === null) return text(f(growth.kind));
  if (growth.kind === 'percent' || growth.kind === 'points') return number(growth.change);
  return text(`${f(growth.kind)} ${signedDecimal(growth.change)}`);
}
