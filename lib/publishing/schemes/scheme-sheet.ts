import type { Scheme, SchemeItem, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import {
  labelWriter,
  type MethodNames,
  writtenMethod,
  writtenTransform,
} from '@/lib/assessment/schemes/methods/written-method';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type SchemeColumn, schemeColumns } from '@/lib/publishing/schemes/words';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

/**
 * A scheme's version as a sheet that `schemeOfRows` reads back into the same document: a row for each setting, block,
 * item and veto. Methods are written in words for the reader and as JSON for the import.
 */
export function schemeSheet(props: {
  scheme: Scheme;
  code: string;
  number: number;
  exportedAt: string;
  indicatorName: (code: string) => string;
  locale: Locale;
}): Sheet {
  const { scheme, locale } = props;
  const t = translator(locale, 'schemes');
  const names: MethodNames = { t: translator(locale, 'methods'), indicatorName: props.indicatorName };
  const { root, vetoes, ...settings } = scheme;
  const row = (cells: Partial<Record<SchemeColumn, SheetCell>>) => schemeColumns.map((column) => cells[column] ?? null);
  const nodes = (node: SchemeNode, block: string): SheetCell[][] => [
    row(nodeCells(node, block, names, t(`file.rows.${node.kind}`))),
    ...(node.kind === 'block' ? node.parts.flatMap((part) => nodes(part, node.key)) : []),
  ];
  return {
    name: t('file.sheet'),
    title: t('file.title', { name: locale === 'en' ? scheme.nameEn : scheme.nameZh }),
    about: [
      [t('file.code'), props.code],
      [t('file.version'), `${props.number}`],
      [t('file.exported'), props.exportedAt],
    ],
    columns: schemeColumns.map((column) => t(`file.columns.${column}`)),
    rows: [
      ...Object.entries(settings).map(([key, value]) =>
        row({ kind: text(t('file.rows.setting')), key: text(key), details: text(JSON.stringify(value)) }),
      ),
      ...nodes(root, ''),
      ...vetoes.map(({ key, nameZh, nameEn, article, ...rest }) =>
        row({
          kind: text(t('file.rows.veto')),
          key: text(key),
          nameZh: text(nameZh),
          nameEn: text(nameEn),
          article: text(article),
          details: text(JSON.stringify(rest)),
        }),
      ),
    ],
    notes: [t('file.note')],
  };
}

const text = (value: string): SheetCell => (value === '' ? null : { text: value });

/** A cell of a number with all its digits. */
function number(value: number): SheetCell {
  const plain = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { text: plain };
  return { number: plain, decimals: plain.split('.')[1]?.length ?? 0 };
}

function nodeCells(
  node: SchemeNode,
  block: string,
  names: MethodNames,
  kind: string,
): Partial<Record<SchemeColumn, SheetCell>> {
  const { kind: _, key, nameZh, nameEn, weight, article, ...rest } = node;
  const shared = {
    kind: text(kind),
    block: text(block),
    key: text(key),
    nameZh: text(nameZh),
    nameEn: text(nameEn),
    weight: number(weight),
    article: text(article),
  };
  if (node.kind === 'block') {
    const { parts: __, ...details } = rest as Omit<typeof node, 'kind'>;
    return {
      ...shared,
      told: text(names.t(`aggregations.${node.aggregation}`)),
      details: text(JSON.stringify(ownDetails(details))),
    };
  }
  const { indicator, direction } = node;
  return {
    ...shared,
    indicator: text(indicator ?? ''),
    direction: text(direction === null ? '' : names.t(`directions.${direction}`)),
    told: text(methodText(node, names)),
    details: text(JSON.stringify(ownDetails(rest))),
  };
}

/** The values that have no column of their own. */
function ownDetails(details: object): object {
  const shown: readonly string[] = schemeColumns;
  return Object.fromEntries(Object.entries(details).filter(([name]) => !shown.includes(name)));
}

function methodText(item: SchemeItem, names: MethodNames): string {
  const { name, parameters } = writtenMethod(item.method, names);
  const steps = item.transforms.map((one) => writtenTransform(one, names));
  return [...steps, name, ...parameters.map(labelWriter(names.t))].join(names.t('between'));
}
