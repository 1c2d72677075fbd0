import * as z from 'zod';
import { Banded } from './banded/schema';
import { blendOf } from './blend/schema';
import { Bonus } from './bonus/schema';
import { Completion } from './completion/schema';
import { Deductions } from './deductions/schema';
import { Efficacy } from './efficacy/schema';
import { Expert } from './expert/schema';
import { ExponentialEfficacy } from './exponential-efficacy/schema';
import { MinMax } from './min-max/schema';
import { Range } from './range/schema';
import { RankGain } from './rank-gain/schema';
import { RankLadder } from './rank-ladder/schema';
import { RatioToBest } from './ratio-to-best/schema';
import { RatioToMedian } from './ratio-to-median/schema';
import { RatioToReference } from './ratio-to-reference/schema';
import { StandardRatio } from './standard-ratio/schema';
import { TieredEfficacy } from './tiered-efficacy/schema';
import { ZScore } from './z-score/schema';

/**
 * The register of the methods' schemas: a method turns a value into a share of the item's points, in percent; the
 * direction is the item's. Every schema needs a room in `rooms.ts`, or that file does not compile.
 */
const Plain = z.discriminatedUnion('kind', [
  Completion,
  Efficacy,
  TieredEfficacy,
  ExponentialEfficacy,
  MinMax,
  ZScore,
  RatioToBest,
  RatioToReference,
  RatioToMedian,
  StandardRatio,
  RankLadder,
  RankGain,
  Range,
  Banded,
  Deductions,
  Bonus,
  Expert,
]);
export type PlainMethod = z.infer<typeof Plain>;
export type PlainKind = PlainMethod['kind'];

const Blend = blendOf(Plain);
export type Blend = z.infer<typeof Blend>;

/** A method, or several on the same indicator. */
export const Method = z.discriminatedUnion('kind', [...Plain.options, Blend]);
export type Method = z.infer<typeof Method>;
export type MethodKind = Method['kind'];
