import { startingMethod } from '@/lib/assessment/methods/rooms';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { givenNames } from '@/lib/assessment/schemes/given-names';
import type { SchemeKind } from '@/lib/assessment/words';

export type SchemeHead = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: SchemeKind;
  readonly peerGroup: string;
};

/** The smallest scheme, to go on from: one block with one item that has no indicator yet. */
export function startingDocument(head: SchemeHead): unknown {
  return {
    format: 1,
    ...head,
    root: {
      kind: 'block',
      key: 'total',
      nameZh: '总分',
      nameEn: 'Total',
      weight: 100,
      aggregation: 'sum',
      parts: [
        {
          kind: 'block',
          key: 'block1',
          ...givenNames.firstBlock,
          weight: 100,
          aggregation: 'sum',
          parts: [
            {
              kind: 'item',
              key: 'item1',
              ...givenNames.firstItem,
              weight: 100,
              indicator: null,
              direction: 'higher',
              method: startingMethod,
            },
          ],
        },
      ],
    },
  };
}

/** Another scheme's document under a new head. Units named in it are kept only within the same group. */
export function copiedDocument(scheme: Scheme, head: SchemeHead): Scheme {
  const isSameGroup = scheme.peerGroup === head.peerGroup;
  return { ...scheme, ...head, isExample: false, ...(isSameGroup ? {} : { apart: [], promotions: [] }) };
}
