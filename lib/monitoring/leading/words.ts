import type { Named } from '@/lib/i18n/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampMonth, ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import type { LampColour } from '@/lib/monitoring/lamps/words';

/** A lamp that changed since the month before, with what it is of and who answers for it. */
export type TurnedLamp = ShownLamp & {
  readonly unitName: Named;
  readonly of: LampIndicator;
  readonly responsibleZh: string;
  readonly responsibleEn: string;
  /** Whom to ask about the indicator; empty for nobody. */
  readonly contact: string;
  /** The colour of the month before; null for none. */
  readonly was: LampColour | null;
  /** How many points it was ahead of its schedule the month before, negative for behind; null where that is not known. */
  readonly wasGap: number | null;
};

/** The lamps of a topic in a month by colour; `unlit` have a target and no lamp. */
export type TopicLamps = Named & Readonly<Record<LampColour | 'unlit', number>>;

/** How many lamps a topic had in a month, and how many of them were not red. */
export type TopicMonth = LampMonth & { readonly lit: number; readonly notRed: number };

/** The lamps of a topic, and its last months up to this one, the oldest first. */
export type TopicCourse = TopicLamps & { readonly course: readonly TopicMonth[] };

/** What moved between two months. */
export type Turned = {
  readonly turnedRed: readonly TurnedLamp[];
  readonly stillRed: readonly TurnedLamp[];
  readonly recovered: readonly TurnedLamp[];
  /** How many there are of each, of which the first are listed. */
  readonly counts: Readonly<Record<'turnedRed' | 'recovered' | 'stillRed', number>>;
};

/** What moved in a sequence since the month before. */
export type LampTurns = Turned & {
  readonly month: LampMonth;
  readonly topics: readonly TopicCourse[];
};

/** How many months the course of a topic has. */
export const courseMonths = 6;

/** The most lamps of each kind that are listed. */
export const mostTurned = 8;
