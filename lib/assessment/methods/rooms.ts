import { banded } from './banded/room';
import { blend } from './blend/room';
import { bonus } from './bonus/room';
import { completion } from './completion/room';
import { deductions } from './deductions/room';
import { efficacy } from './efficacy/room';
import { expert } from './expert/room';
import { exponentialEfficacy } from './exponential-efficacy/room';
import type { Form, Room } from './kit/room';
import { minMax } from './min-max/room';
import { range } from './range/room';
import { rankGain } from './rank-gain/room';
import { rankLadder } from './rank-ladder/room';
import { ratioToBest } from './ratio-to-best/room';
import { ratioToMedian } from './ratio-to-median/room';
import { ratioToReference } from './ratio-to-reference/room';
import type { Method, MethodKind, PlainKind, PlainMethod } from './schemas';
import { standardRatio } from './standard-ratio/room';
import { tieredEfficacy } from './tiered-efficacy/room';
import { zScore } from './z-score/room';

/** The register of the methods, in the order of menus. A method without a room does not compile. */
const rooms: { readonly [K in PlainKind]: Room<Extract<PlainMethod, { kind: K }>> } = {
  completion,
  efficacy,
  tieredEfficacy,
  exponentialEfficacy,
  minMax,
  zScore,
  ratioToBest,
  ratioToReference,
  ratioToMedian,
  standardRatio,
  rankLadder,
  rankGain,
  range,
  banded,
  deductions,
  bonus,
  expert,
};
const forms: { readonly [K in MethodKind]: Form<Extract<Method, { kind: K }>> } = { ...rooms, blend };

/** The methods that a blend can contain. */
export const plainKinds = Object.keys(rooms) as readonly PlainKind[];
export const methodKinds = Object.keys(forms) as readonly MethodKind[];

/** The method of a new item. */
export const startingMethod = { kind: 'efficacy', ...efficacy.blank } as const;

/** The room of a method. */
export function roomOf<K extends PlainKind>({ kind }: { readonly kind: K }): Room<Extract<PlainMethod, { kind: K }>> {
  return rooms[kind];
}

/** The form of a method, a blend included. */
export function formOf<K extends MethodKind>({ kind }: { readonly kind: K }): Form<Extract<Method, { kind: K }>> {
  return forms[kind];
}
