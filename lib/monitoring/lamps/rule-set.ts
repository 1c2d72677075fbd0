import * as z from 'zod';
import type { LampRules } from './words';

const Points = z.number().min(0).max(1000);
const Count = z.int().min(0).max(1000);

/** Behind the schedule of the year by `yellowFrom` points, itself included, is yellow, by more than `redAbove` red. */
const BehindSchedule = z
  .strictObject({ kind: z.literal('behindSchedule'), yellowFrom: Points, redAbove: Points })
  .refine(({ yellowFrom, redAbove }) => yellowFrom <= redAbove, { path: ['redAbove'] });

/**
 * Growth below zero is red; green needs the growth that the target asks for, the mean of the peers, or both; any other growth is
 * yellow.
 */
const Growth = z
  .strictObject({ kind: z.literal('growth'), asPlanned: z.boolean(), asPeers: z.boolean() })
  .refine(({ asPlanned, asPeers }) => asPlanned || asPeers, { path: ['asPlanned'] });

/** One of the last places, or one that fell by so many, is yellow or red; 0 asks for none of them. */
const Place = z
  .strictObject({ kind: z.literal('place'), yellowLast: Count, redLast: Count, yellowFall: Count, redFall: Count })
  .refine(({ yellowLast, redLast }) => redLast <= yellowLast, { path: ['redLast'] })
  .refine(({ yellowFall, redFall }) => redFall === 0 || yellowFall === 0 || yellowFall <= redFall, {
    path: ['redFall'],
  });

/** Nothing done for so many months in which something should have been is yellow or red. */
const NotStarted = z
  .strictObject({ kind: z.literal('notStarted'), yellowFrom: Count.min(1), redFrom: Count.min(1) })
  .refine(({ yellowFrom, redFrom }) => yellowFrom <= redFrom, { path: ['redFrom'] });

/** The rules of a set as they are stored. Refuses none, and two of a kind. */
export const LampRulesInput = z
  .array(z.discriminatedUnion('kind', [BehindSchedule, Growth, Place, NotStarted]))
  .min(1)
  .max(4)
  .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length) satisfies z.ZodType<LampRules>;

/**
 * Sets to start from, as real places wrote them: 银川 by schedule and by beginning (ten to thirty points, both included, yellow; one
 * month late yellow, three red), 天津 by growth, 枣庄 by place and its change. The numbers of the last are ours: its own were
 * not found.
 */
export const startingRules: Readonly<Record<'bySchedule' | 'byGrowth' | 'byPlace', LampRules>> = {
  bySchedule: [
    { kind: 'behindSchedule', yellowFrom: 10, redAbove: 30 },
    { kind: 'notStarted', yellowFrom: 1, redFrom: 3 },
  ],
  byGrowth: [{ kind: 'growth', asPlanned: true, asPeers: true }],
  byPlace: [{ kind: 'place', yellowLast: 3, redLast: 1, yellowFall: 2, redFall: 4 }],
};
