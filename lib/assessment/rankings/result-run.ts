import type { Acknowledged, ReplacedFigure, StoredTerms } from '@/lib/assessment/runs/words';
import { blocksOf, fullOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import type { Note, RunState } from '@/lib/assessment/words';
import type { Name, Named } from '@/lib/i18n/words';

/** A unit under its name when the run froze it. */
export type FrozenUnit = StoredTerms['units'][number];

/** A run for the pages of its results: its document and the properties that all its rows share. */
export type ResultRun = {
  readonly id: string;
  readonly schemeCode: string;
  readonly schemeVersion: number;
  readonly scheme: Scheme;
  readonly group: Named;
  readonly periodCode: string;
  readonly state: RunState;
  readonly isDemonstration: boolean;
  readonly units: number;
  /** The number of ranked units: the n of “3/13”. */
  readonly ranked: number;
  readonly notes: readonly Note[];
  /** The gaps that approval and publication took note of. */
  readonly acknowledged: readonly Acknowledged[];
  /** The earlier figures that were replaced since units merged or split. */
  readonly replaced: readonly ReplacedFigure[];
  readonly sha256: string;
  readonly previous: { readonly id: string; readonly periodCode: string } | null;
  readonly computedAt: Date;
  readonly approvedAt: Date | null;
  readonly publishedAt: Date | null;
};

/** A published run in a menu; there is one per scheme and period. */
export type RunChoice = {
  readonly id: string;
  readonly schemeCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly group: Named;
  readonly periodCode: string;
  readonly isDemonstration: boolean;
  readonly isExample: boolean;
  readonly publishedAt: Date | null;
};

/** A part of the scheme with the index of its score in the stored rows. */
export type SchemePart = {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: 'block' | 'item';
  /** The index in `blocks` or in `items`. */
  readonly at: number;
  /** The full score, on the part's own scale. */
  readonly full: number;
};

/** The top-level parts of the scheme: the columns of a ranking. */
export function mainParts(scheme: Pick<Scheme, 'root'>): SchemePart[] {
  return scheme.root.parts.map((node) => partOf(scheme, node));
}

/** Every item in the order of the stored rows. */
export function itemParts(scheme: Pick<Scheme, 'root'>): SchemePart[] {
  return itemsOf(scheme).map((item) => partOf(scheme, item));
}

function partOf(scheme: Pick<Scheme, 'root'>, node: SchemeNode): SchemePart {
  const { key, nameZh, nameEn, kind } = node;
  const at =
    kind === 'block'
      ? blocksOf(scheme).findIndex((block) => block.key === key)
      : itemsOf(scheme).findIndex((item) => item.key === key);
  return { key, nameZh, nameEn, kind, at, full: node.kind === 'block' ? fullOf(node) : node.weight };
}

/** The name of the block, item, grade or rule with a key; the key itself for none. */
export function nodeNamed(scheme: Scheme, key: string): Name {
  const grades = scheme.grades.by === 'none' ? [] : scheme.grades.grades;
  const all = [...blocksOf(scheme), ...itemsOf(scheme), ...grades, ...scheme.vetoes];
  return all.find((one) => one.key === key) ?? { nameZh: key, nameEn: key };
}
