import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { Refusal } from '@/lib/errors';
import type { RefusalUnder } from '@/lib/i18n/refusal-key';
import { keyOf } from '@/lib/reporting/figure-key';
import { type OpenFigure, templateVersion } from '@/lib/reporting/import/words';

/** The identity of a template, in its hidden sheet. */
export type TemplateIdentity = {
  readonly version: number;
  readonly collectionId: string;
  readonly unitCode: string;
  readonly periodCode: string;
  /** When it was made; null for templates from before they said so. */
  readonly madeAt: Date | null;
  /** What it asked; empty for templates from before they said so. */
  readonly items: readonly TemplateItem[];
};

/** A figure that a template asked, with its unit of measure and the fingerprint of its definition at that time. */
export type TemplateItem = {
  /** The figure as `keyOf` writes it, and its name. */
  readonly key: string;
  readonly name: string;
  readonly unitZh: string;
  readonly definition: string;
};

const labels = ['template', 'collection', 'unit', 'period', 'made'] as const;

/** What a template asks of a figure. */
export const templateItem = (
  figure: Pick<OpenFigure, 'indicatorCode' | 'periodCode' | 'indicator' | 'definition'>,
): TemplateItem => ({
  key: keyOf(figure),
  name: figure.indicator.nameZh,
  unitZh: figure.indicator.unitZh,
  definition: figure.definition,
});

/** The rows of the hidden sheet. */
export function identityRows(identity: TemplateIdentity): string[][] {
  const { version, collectionId, unitCode, periodCode, madeAt, items } = identity;
  const values = [`${version}`, collectionId, unitCode, periodCode, madeAt?.toISOString()];
  return [
    ...labels.map((label, at) => [label, values[at] ?? '']),
    ...items.map(({ key, unitZh, definition, name }) => ['item', key, unitZh, definition, name]),
  ];
}

/** The identity in a hidden sheet; null when there is none, and the sheet is then read by its headings. */
export function identityIn(rows: readonly (readonly string[])[]): TemplateIdentity | null {
  const said = new Map(rows.map(([label = '', value = '']) => [label, value]));
  if (!said.has('template')) return null;
  const of = (label: (typeof labels)[number]) => said.get(label) ?? '';
  const madeAt = new Date(of('made'));
  return {
    version: /^\d{1,4}$/.test(of('template')) ? Number(of('template')) : 0,
    collectionId: of('collection'),
    unitCode: of('unit'),
    periodCode: of('period'),
    madeAt: Number.isNaN(madeAt.getTime()) ? null : madeAt,
    items: rows.flatMap(([label, key = '', unitZh = '', definition = '', name = '']) =>
      label === 'item' ? { key, unitZh, definition, name } : [],
    ),
  };
}

type Expected = {
  readonly unit: { readonly code: string; readonly nameZh: string };
  readonly collection: {
    readonly id: string;
    readonly title: string;
    readonly periodCode: string;
  } | null;
};

/** Refuses a template of another unit, collection or version, each with the expected and the found value. */
export function refuseOtherTemplate(found: TemplateIdentity, { unit, collection }: Expected): void {
  const refusalFor = (key: RefusalUnder<'imports.refused.'>, details: Refusal['details']) =>
    new Refusal('invalid', `imports.refused.${key}`, { field: 'file', ...details });
  if (found.version !== templateVersion) {
    throw refusalFor('otherVersion', { expected: templateVersion, found: found.version });
  }
  if (found.unitCode !== unit.code) {
    throw refusalFor('otherUnit', { expected: `${unit.nameZh}（${unit.code}）`, found: found.unitCode });
  }
  if (!collection) throw refusalFor('noCollection', { found: writtenPeriod(found.periodCode, 'zh-CN') });
  if (found.periodCode !== collection.periodCode) {
    const [expected, other] = [collection.periodCode, found.periodCode].map((code) => writtenPeriod(code, 'zh-CN'));
    throw refusalFor('otherPeriod', { expected: expected ?? '', found: other ?? '' });
  }
  if (found.collectionId !== collection.id) throw refusalFor('otherCollection', { expected: collection.title });
}
