import { itemsUnder } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import type { UnitScore } from '@/lib/assessment/scoring/words';

/**
 * The outermost block with the node, or the node itself, that a veto made zero for a unit: what the node earns and its
 * bonuses and deductions do not count. Null where none did, and for the total (an empty key).
 */
export function vetoedBlock({ root }: Pick<Scheme, 'root'>, { blocks }: Pick<UnitScore, 'blocks'>, node: string) {
  const isZero = (key: string) => blocks.some((one) => one.key === key && one.notes.some(isVeto));
  const has = (block: SchemeBlock): boolean =>
    block.key === node ||
    itemsUnder(block).some(({ key }) => key === node) ||
    block.parts.some((part) => part.kind === 'block' && has(part));
  const under = (block: SchemeBlock): SchemeBlock | null => {
    if (!has(block)) return null;
    if (isZero(block.key)) return block;
    return block.parts.flatMap((part) => (part.kind === 'block' ? (under(part) ?? []) : []))[0] ?? null;
  };
  return under(root);
}

const isVeto = ({ kind }: { kind: string }) => kind === 'blockZero';
