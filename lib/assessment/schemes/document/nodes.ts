import type { Scheme, SchemeBlock, SchemeItem, SchemeNode } from './scheme';

/** The items of a scheme from top to bottom: the order in which results list them. */
export function itemsOf(scheme: Pick<Scheme, 'root'>): readonly SchemeItem[] {
  return itemsUnder(scheme.root);
}

/** The items of a part of a scheme; of an item, itself. */
export function itemsUnder(node: SchemeNode): readonly SchemeItem[] {
  return node.kind === 'item' ? [node] : node.parts.flatMap(itemsUnder);
}

/** The blocks of a scheme, each before its parts; the first is the root. */
export function blocksOf(scheme: Pick<Scheme, 'root'>): readonly SchemeBlock[] {
  const under = (block: SchemeBlock): SchemeBlock[] => [
    block,
    ...block.parts.flatMap((part) => (part.kind === 'block' ? under(part) : [])),
  ];
  return under(scheme.root);
}

/** A block's own full score. */
export function fullOf(block: SchemeBlock): number {
  return block.full ?? block.weight;
}
