import type * as z from 'zod';
import { Scheme, type SchemeBlock, type SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { assess } from './assess';
import type { InputEntry, InputFigure, Inputs } from './inputs';
import type { Assessment, ItemScore } from './words';

/** For tests: a scheme of one block of items, with units `u0`, `u1` … and the period 2024. */
export type ItemDraft = Partial<z.input<typeof SchemeItem>> & Pick<z.input<typeof SchemeItem>, 'method'>;
export type SchemeDraft = Partial<z.input<typeof Scheme>>;

/** Items are called a, b, c … and read the indicators A, B, C … */
export function schemeOf(items: readonly ItemDraft[], more: SchemeDraft = {}): Scheme {
  const drafts = items.map((item, at) => itemOf(at, item));
  return documentOf({ parts: drafts, weight: drafts.reduce((sum, { weight }) => sum + weight, 0) }, more);
}

/** One item of a scheme; the third is named c and reads the indicator C. */
export function itemOf(at: number, item: ItemDraft) {
  const key = String.fromCharCode(97 + at);
  const names = { kind: 'item' as const, key, nameZh: key, nameEn: key };
  return { ...names, weight: 100, indicator: key.toUpperCase(), direction: 'higher' as const, ...item };
}

type BlockDraft = Partial<Omit<SchemeBlock, 'parts'>> & { readonly parts: readonly unknown[] };

/** A block of a scheme, by default a sum of 100. */
export function blockOf(key: string, more: BlockDraft) {
  return { kind: 'block', key, nameZh: key, nameEn: key, weight: 100, aggregation: 'sum', ...more };
}

export function documentOf(root: BlockDraft, more: SchemeDraft = {}): Scheme {
  const names = { format: 1, nameZh: '示例', nameEn: 'Example', kind: 'comprehensive', peerGroup: 'group' };
  return Scheme.parse({ ...names, missing: 'zero', root: blockOf('root', root), ...more });
}

/** Values by `A` for 2024 or `A@2023`, one for each unit: null for none, a text as `5+` for a bound (5 以上). */
export type Values = Readonly<Record<string, readonly (number | string | null)[]>>;

export function inputsOf(values: Values, more: Partial<Inputs> = {}): Inputs {
  const size = Math.max(more.units?.length ?? 0, ...Object.values(values).map((column) => column.length));
  const figures = Object.entries(values).flatMap(([key, column]) => {
    const [indicator = '', period = '2024'] = key.split('@');
    return column.flatMap((value, unit): InputFigure[] => {
      if (value === null) return [];
      const text = `${value}`;
      const qualifier = text.endsWith('+') ? 'at_least' : 'exact';
      return [{ indicator, unit: `u${unit}`, period, value: text.replace('+', ''), qualifier }];
    });
  });
  const units = Array.from({ length: size }, (_, order) => ({
    code: `u${order}`,
    nameZh: `${order}`,
    nameEn: `${order}`,
    order,
  }));
  return { period: '2024', deadlinePassed: true, units, figures, targets: [], entries: [], ...more };
}

export function targetsOf(indicator: string, targets: readonly (number | null)[], stretch?: number): Inputs['targets'] {
  return targets.flatMap((base, unit) =>
    base === null ? [] : [{ indicator, unit: `u${unit}`, base: `${base}`, stretch: stretch ? `${stretch}` : null }],
  );
}

let entries = 0;

/** An entry of the ledger about a node. */
export function entryOf(unit: number, kind: InputEntry['kind'], more: Partial<InputEntry> = {}): InputEntry {
  entries += 1;
  const none = { node: '', rule: '', points: 0, incident: '', article: '', reason: '' };
  return { ...none, id: `e${entries}`, unit: `u${unit}`, kind, ...more };
}

/** The scores of one item in the order of the units. */
export function itemScores(result: Assessment, item = 0): ItemScore[] {
  const byCode = [...result.units].sort((a, b) => Number(a.unit.slice(1)) - Number(b.unit.slice(1)));
  return byCode.flatMap(({ items }) => items[item] ?? []);
}

/** Scores a single item of 100 points: the shares, and the kinds of the notes of each unit. */
export function scored(item: ItemDraft, inputs: Inputs, more: SchemeDraft = {}) {
  const result = assess(schemeOf([item], more), inputs);
  const scores = itemScores(result);
  return {
    result,
    shares: scores.map(({ share }) => (share === null ? null : Math.round(share * 1e6) / 1e6)),
    notes: scores.map(({ notes = [] }) => notes.map(({ kind }) => kind)),
  };
}
