/** The colours of a lamp, the best first. */
export const lampColours = ['green', 'yellow', 'red'] as const;
export type LampColour = (typeof lampColours)[number];

/** Whether a set of rules is drafted, holds, or was taken back. */
export const lampRuleStates = ['draft', 'held', 'ended'] as const;
export type LampRuleState = (typeof lampRuleStates)[number];

/** What a rule looks at: the schedule of the year, growth, the place among the peers, whether the work has begun. */
export const lampRuleKinds = ['behindSchedule', 'growth', 'place', 'notStarted'] as const;
export type LampRuleKind = (typeof lampRuleKinds)[number];

/** A rule of lamps; what its numbers say stands with its schema. */
export type LampRule =
  | { readonly kind: 'behindSchedule'; readonly yellowFrom: number; readonly redAbove: number }
  | { readonly kind: 'growth'; readonly asPlanned: boolean; readonly asPeers: boolean }
  | {
      readonly kind: 'place';
      readonly yellowLast: number;
      readonly redLast: number;
      readonly yellowFall: number;
      readonly redFall: number;
    }
  | { readonly kind: 'notStarted'; readonly yellowFrom: number; readonly redFrom: number };

/** The rules of a set, each of a kind once; the worst of what they say counts. */
export type LampRules = readonly LampRule[];

/** What is known of an indicator of a unit in a month; null for what is not. */
export type LampFacts = {
  /** How far it is ahead of the schedule in percentage points of the year's way; negative for behind. */
  readonly gapPoints: number | null;
  /** Growth over the year before in percent, that which the target asks for, and the mean of the peers. */
  readonly growth: number | null;
  readonly plannedGrowth: number | null;
  readonly peersGrowth: number | null;
  /** The place among `of` peers, and the places gained since the month before; negative for lost. */
  readonly place: number | null;
  readonly of: number;
  readonly placeChange: number | null;
  /** For how many months something should have been done and nothing was; 0 for none. */
  readonly monthsLate: number | null;
};

/** Why a lamp has its colour: the rule, and the numbers that it looked at. */
export type LampReason = {
  readonly rule: LampRuleKind;
  readonly colour: LampColour;
  readonly values: Readonly<Record<string, number>>;
};

/** What the rules say of a month; without the months before it. */
export type JudgedLamp = { readonly colour: LampColour; readonly reasons: readonly LampReason[] };

/** A lamp as a month is told: a red one that was caught up is yellow, with the months in red counted. */
export type Lamp = JudgedLamp & {
  /** The colour by the rules alone. */
  readonly judged: LampColour;
  /** Whether it is yellow because it was red the month before and has caught up. */
  readonly isCaughtUp: boolean;
  /** The months in red in a row up to this one, and in this year. */
  readonly redInRow: number;
  readonly redInYear: number;
};

/** What is stored of a month: the facts that are known, the value and what was expected; none for one set by hand. */
export type StoredFacts = Partial<{ [Fact in keyof LampFacts]: NonNullable<LampFacts[Fact]> }> & {
  readonly actual?: number;
  readonly expected?: number;
  readonly target?: number;
};
