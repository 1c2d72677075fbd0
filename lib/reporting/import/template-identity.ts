import { createHash } from 'node:crypto';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { Refusal } from '@/lib/errors';
import { keyOf } from '@/lib/reporting/figure-key';
import { templateVersion } from '@/lib/reporting/import/words';
import type { FigureKey } from '@/lib/reporting/words';

/** What a template says of itself in its hidden sheet. */
export type TemplateIdentity = {
  readonly version: number;
  readonly collectionId: string;
  readonly unitCode: string;
  readonly periodCode: string;
  /** Of the list of figures: a template of another list has other rows. */
  readonly itemsCheck: string;
};

const labels = ['template', 'collection', 'unit', 'period', 'items'] as const;

/** A check of the figures that a template asks for, whatever their order. */
export function itemsCheck(items: readonly FigureKey[]): string {
  return createHash('sha256').update(items.map(keyOf).sort().join('\n')).digest('hex').slice(0, 16);
}

/** The rows of the hidden sheet. */
export function identityRows(identity: TemplateIdentity): string[][] {
  const { version, collectionId, unitCode, periodCode, itemsCheck: items } = identity;
  const values = [`${version}`, collectionId, unitCode, periodCode, items];
  return labels.map((label, at) => [label, values[at] ?? '']);
}

/** What the hidden sheet says; null when there is none, and the sheet is then read by its headings. */
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

/**
 * Refuses a template that is not the one for this unit and collection as they are now, each reason with what was
 * expected and what was found.
 */
export function refuseOtherTemplate(found: TemplateIdentity, { unit, collection }: Expected): void {
  const refused = (key: string, details: Refusal['details']) =>
    new Refusal('invalid', `imports.refused.${key}`, { field: 'file', ...details });
  if (found.version !== templateVersion) {
    throw refused('otherVersion', { expected: templateVersion, found: found.version });
  }
  if (found.unitCode !== unit.code) {
    throw refused('otherUnit', { expected: `${unit.nameZh}（${unit.code}）`, found: found.unitCode });
  }
  if (!collection) throw refused('noCollection', { found: writtenPeriod(found.periodCode, 'zh-CN') });
  if (found.periodCode !== collection.periodCode) {
    const [expected, other] = [collection.periodCode, found.periodCode].map((code) => writtenPeriod(code, 'zh-CN'));
    throw refused('otherPeriod', { expected: expected ?? '', found: other ?? '' });
  }
  if (found.collectionId !== collection.id) throw refused('otherCollection', { expected: collection.title });
  if (found.itemsCheck !== collection.itemsCheck) throw refused('itemsChanged', { expected: collection.title });
}
