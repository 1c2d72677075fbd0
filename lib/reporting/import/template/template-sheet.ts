import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormSheet, GuideLine, SheetCell } from '@/lib/publishing/words';
import { identityRows, templateItem } from '@/lib/reporting/import/template-identity';
import { qualifierWords, type StagedOld, type TemplateReturn, templateVersion } from '@/lib/reporting/import/words';
import { severities } from '@/lib/reporting/words';

type Figure = TemplateReturn['figures'][number];

const text = (value: string): SheetCell => (value === '' ? null : { text: value });
/** A spreadsheet keeps fifteen digits of a number; one with more is written as text. */
function number(value: string | null, decimals: number): SheetCell {
  if (value === null) return null;
  if (value.replace(/\D/g, '').length > 15) return { text: value };
  return { number: value, decimals: Math.max(decimals, value.split('.')[1]?.length ?? 0) };
}

/** The cell of the value: the number alone, since its word has a column of its own. */
function valueCell(old: StagedOld | null, decimals: number): SheetCell {
  if (!old) return null;
  if (old.value === null) return text(old.typed);
  return number(old.value, decimals);
}

/** A growth that is a number is written as one; any other as typed. */
function growthCell(old: StagedOld | null): SheetCell {
  if (!old || old.typedYoy === '') return null;
  return old.reportedYoy === null ? text(old.typedYoy) : number(old.reportedYoy, 1);
}

/**
 * The workbook that a unit fills in for a collection: pre-filled, its codes locked, with a sheet of rules and a hidden
 * one that identifies it on upload and says what was asked at `madeAt`.
 */
export function templateSheet(one: TemplateReturn, locale: Locale, madeAt: Date): FormSheet {
  const t = translator(locale, 'imports');
  const columns: { label: string; width: number; isInput: boolean; cell: (figure: Figure) => SheetCell }[] = [
    { label: t('columns.indicator'), width: 16, isInput: false, cell: ({ indicatorCode }) => text(indicatorCode) },
    {
      label: t('columns.indicatorName'),
      width: 30,
      isInput: false,
      cell: ({ indicator }) => text(nameOf(indicator, locale)),
    },
    {
      label: t('columns.unitMeasure'),
      width: 12,
      isInput: false,
      cell: ({ indicator }) => text(unitOf(indicator, locale)),
    },
    { label: t('columns.period'), width: 13, isInput: false, cell: ({ periodCode }) => text(periodCode) },
    {
      label: t('columns.periodName'),
      width: 16,
      isInput: false,
      cell: ({ periodCode }) => text(writtenPeriod(periodCode, locale)),
    },
    {
      label: t('columns.previous'),
      width: 14,
      isInput: false,
      cell: ({ previous, indicator }) => number(previous, indicator.decimals),
    },
    {
      label: t('columns.yearEarlier'),
      width: 14,
      isInput: false,
      cell: ({ yearEarlier, indicator }) => number(yearEarlier, indicator.decimals),
    },
    {
      label: t('columns.value'),
      width: 16,
      isInput: true,
      cell: ({ old, indicator }) => valueCell(old, indicator.decimals),
    },
    {
      label: t('columns.qualifier'),
      width: 10,
      isInput: true,
      cell: ({ old }) => text(old?.value ? old.qualifierPrinted : ''),
    },
    { label: t('columns.yoy'), width: 11, isInput: true, cell: ({ old }) => growthCell(old) },
    { label: t('columns.source'), width: 20, isInput: true, cell: ({ old }) => text(old?.sourceText ?? '') },
    { label: t('columns.note'), width: 24, isInput: true, cell: ({ old }) => text(old?.note ?? '') },
    { label: t('columns.explanation'), width: 32, isInput: true, cell: ({ old }) => text(old?.explanation ?? '') },
  ];
  const title = t('template.title', { collection: one.title });
  return {
    name: t('template.sheet'),
    title: one.isDemonstration ? `${title}（${t('template.demonstration')}）` : title,
    about: [
      [t('template.unit'), `${nameOf(one.unit, locale)}（${one.unit.code}）`],
      [t('template.period'), writtenPeriod(one.periodCode, locale)],
      [t('template.due'), writtenMoment(one.dueAt)],
      [t('template.collection'), one.title],
    ],
    corner: [
      ...(one.formNumber ? [`${t('template.formNumber')}：${one.formNumber}`] : []),
      ...(one.issuedBy ? [`${t('template.issuedBy')}：${one.issuedBy}`] : []),
    ],
    columns: columns.map(({ label, width, isInput }) => ({ label, width, isInput })),
    rows: one.figures.map((figure) => columns.map(({ cell }) => cell(figure))),
    inputFormats: one.figures.map(({ indicator }) => indicator.decimals),
    valueColumn: 7,
    growthColumn: 9,
    choices: { column: 8, words: qualifierWords },
    guide: {
      name: t('template.guide'),
      lines: guideLines(
        columns.map(({ label }) => label),
        locale,
      ),
    },
    identity: identityRows({
      version: templateVersion,
      collectionId: one.collectionId,
      unitCode: one.unit.code,
      periodCode: one.periodCode,
      madeAt,
      items: one.figures.map(templateItem),
    }),
  };
}

function guideLines(labels: readonly string[], locale: Locale): GuideLine[] {
  const t = translator(locale, 'imports');
  const rules = ['input', 'numbers', 'qualifier', 'absence', 'empty', 'yoy', 'rows', 'formula'] as const;
  const sample = [
    t('template.sample'),
    t('template.sampleIndicator'),
    t('template.sampleUnit'),
    '2026-M10',
    writtenPeriod('2026-M10', locale),
    '98.50',
    '91.20',
    '101.36',
    '',
    '11.1',
    t('template.sampleSource'),
    t('template.sampleNote'),
    t('template.sampleExplanation'),
  ];
  return [
    { kind: 'title', cells: [t('template.rulesTitle')] },
    ...rules.map((rule, at): GuideLine => ({ kind: 'text', cells: [`${at + 1}. ${t(`template.rules.${rule}`)}`] })),
    { kind: 'title', cells: [t('template.checksTitle')] },
    ...severities.map((severity): GuideLine => ({ kind: 'text', cells: [t(`template.checks.${severity}`)] })),
    { kind: 'title', cells: [t('template.sampleTitle')] },
    { kind: 'head', cells: labels },
    { kind: 'row', cells: sample },
  ];
}

/** The return as the rows of a tidy list: the headings, then a line for each figure. */
export function templateList(one: TemplateReturn, locale: Locale): SheetCell[][] {
  const t = translator(locale, 'imports');
  const keys = [
    'unit',
    'unitName',
    'indicator',
    'indicatorName',
    'unitMeasure',
    'period',
    'periodName',
    'value',
    'qualifier',
    'yoy',
    'source',
    'note',
    'explanation',
  ] as const;
  return [
    keys.map((key) => text(t(`columns.${key}`))),
    ...one.figures.map(({ indicatorCode, periodCode, indicator, old }) => [
      text(one.unit.code),
      text(nameOf(one.unit, locale)),
      text(indicatorCode),
      text(nameOf(indicator, locale)),
      text(unitOf(indicator, locale)),
      text(periodCode),
      text(writtenPeriod(periodCode, locale)),
      valueCell(old, 0),
      text(old?.value ? old.qualifierPrinted : ''),
      growthCell(old),
      text(old?.sourceText ?? ''),
      text(old?.note ?? ''),
      text(old?.explanation ?? ''),
    ]),
  ];
}

/** The name of a template's file: unit, collection and period, without what a file system refuses. */
export function templateName(one: TemplateReturn, format: 'fileName' | 'tidyName', locale: Locale): string {
  const t = translator(locale, 'imports');
  const name = t(`template.${format}`, {
    unit: nameOf(one.unit, locale),
    collection: one.title,
    period: writtenPeriod(one.periodCode, locale),
  });
  return name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
}
