import { createHash } from 'node:crypto';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { Refusal } from '@/lib/errors';
import type { RefusalUnder } from '@/lib/i18n/refusal-key';
import { keyOf } from '@/lib/reporting/figure-key';
import { templateVersion } from '@/lib/reporting/import/words';
import type { FigureKey } from '@/lib/reporting/words';

/** The identity of a template, in its hidden sheet. */
export type TemplateIdentity = {
  readonly version: number;
  readonly collectionId: string;
  readonly unitCode: string;
  readonly periodCode: string;
  /** The check sum of the items: a template of other items has other rows. */
  readonly itemsCheck: string;
};

const labels = ['template', 'collection', 'unit', 'period', 'items'] as const;

/** A check sum of the items of a template, in any order. */
export function itemsCheck(items: readonly FigureKey[]): string {
  return createHash('sha256').update(items.map(keyOf).sort().join('\n')).digest('hex').slice(0, 16);
}

/** The rows of the hidden sheet. */
export function identityRows(identity: TemplateIdentity): string[][] {
  const { version, collectionId, unitCode, periodCode, itemsCheck: items } = identity;
  const values = [`${version}`, collectionId, unitCode, periodCode, items];
  return labels.map((label, at) => [label, values[at] ?? '']);
}

/** The identity in a hidden sheet; null when there is none, and the sheet is then read by its headings. */
export function identityIn(rows: readonly (readonly string[])[]): TemplateIdentity | null {
  const said = new Map(rows.map(([label = '', value = '']) => [label, value]));
  if (!said.has('template')) return null;
  const of = (label: (typeof labels)[number]) => said.get(label) ?? '';
  return {
    version: /^\d{1,4}$/.test(of('template')) ? Number(of('template')) : 0,
    collectionId: of('collection'),
    unitCode: of('unit'),
    periodCode: of('period'),
    itemsCheck: of('items'),
  };
}

type Expected = {
  readonly unit: { readonly code: string; readonly nameZh: string };
  readonly collection: {
    readonly id: string;
    readonly title: string;
    readonly periodCode: string;
    readonly itemsCheck: string;
  } | null;
};

/** Refuses a template of another unit, collection, list or version, each with the expected and the found value. */
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
  if (found.itemsCheck !== collection.itemsCheck) throw refusalFor('itemsChanged', { expected: collection.title });
}
