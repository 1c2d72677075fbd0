import type { Method, PlainMethod } from '@/lib/assessment/schemes/document/methods';
import type { EntryKind } from '@/lib/assessment/words';
import { completion } from './completion';
import { scaled } from './efficacy';
import { bonus, deductions, expert } from './ledger';
import type { Peers, Prepared } from './peers';
import { rankGain, rankLadder } from './places';
import { range } from './range';
import { ratioToBest, ratioToReference, standardRatio, zScore } from './references';
import { tabled } from './tiers';

/** A method made ready for the values of one item: what it is scored against, and how each unit is. */
export function prepareMethod(method: PlainMethod, peers: Peers): Prepared {
  switch (method.kind) {
    case 'completion':
      return completion(method, peers);
    case 'efficacy':
    case 'exponentialEfficacy':
    case 'minMax':
      return scaled(method, peers);
    case 'tieredEfficacy':
    case 'banded':
      return tabled(method);
    case 'zScore':
      return zScore(method, peers);
    case 'ratioToBest':
      return ratioToBest(method, peers);
    case 'ratioToReference':
      return ratioToReference(method, peers);
    case 'standardRatio':
      return standardRatio(method, peers);
    case 'rankLadder':
      return rankLadder(method, peers);
    case 'rankGain':
      return rankGain(method, peers);
    case 'range':
      return range(method, peers);
    case 'deductions':
      return deductions(method, peers);
    case 'bonus':
      return bonus(method, peers);
    case 'expert':
      return expert(method, peers);
  }
}

/** Whether the method scores entries of the ledger, so that a figure may be absent. */
export function isOfEntries(method: PlainMethod): boolean {
  return (
    method.kind === 'deductions' || method.kind === 'expert' || (method.kind === 'bonus' && method.from === 'ledger')
  );
}

/** Whether a method takes entries of that kind as its own input, so that they are no adjustments of the item. */
export function takesEntries(method: Method, kind: EntryKind): boolean {
  if (method.kind === 'blend') return method.parts.some((part) => takesEntries(part.method, kind));
  if (method.kind === 'deductions') return kind === 'deduction';
  return method.kind === 'bonus' && method.from === 'ledger' && kind === 'bonus';
}
