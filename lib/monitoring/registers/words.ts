import type { Named } from '@/lib/i18n/words';

/** What a register lists: 市场主体, or 白名单车辆. */
export const registerKinds = ['entities', 'vehicles'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** The lists of a register: 行业领域, 风险等级, 协作组. */
export const listNames = ['fields', 'grades', 'groups'] as const;
export type ListName = (typeof listNames)[number];
export type RegisterLists = Readonly<Record<ListName, readonly Named[]>>;

/** What an entry says, each from a day on; `state` is whether it is in the register, `visit` the day of a visit. */
export const entryFields = ['state', 'name', 'field', 'grade', 'bureau', 'street', 'group', 'visit'] as const;
export type EntryField = (typeof entryFields)[number];

/** The fields that a form and a sheet set. */
export const termFields = [
  'name',
  'field',
  'grade',
  'bureau',
  'street',
  'group',
] as const satisfies readonly EntryField[];
export type TermField = (typeof termFields)[number];

/** The list that the codes of a field come from. */
export const listOfField = { field: 'fields', grade: 'grades', group: 'groups' } as const satisfies Partial<
  Record<EntryField, ListName>
>;
export type ListedField = keyof typeof listOfField;

/** 在册、退出. */
export const entryStates = ['joined', 'left'] as const;
export type EntryState = (typeof entryStates)[number];

/** What an entry says on a day; empty texts for what it does not say, also its state where it had not joined. */
export type EntryFacts = Readonly<Record<EntryField, string>>;
export const noFacts: EntryFacts = {
  ...{ state: '', name: '', field: '', grade: '', bureau: '', street: '', group: '', visit: '' },
};

/** A change of one field, from a day on. */
export type FieldChange = {
  readonly field: EntryField;
  readonly holdsFrom: string;
  readonly value: string;
  readonly before: string;
};

/** What is counted: the entries, or the fields that any of them has. */
export const countedThings = ['entries', 'fields'] as const;
export type CountedThing = (typeof countedThings)[number];

/** For whom: the whole for one unit, or for each street, or for each bureau. */
export const countParts = ['whole', 'street', 'bureau'] as const;
export type CountPart = (typeof countParts)[number];

/** What a count is of. */
export type CountFilter = {
  readonly counts: CountedThing;
  readonly per: CountPart;
  readonly ofField: string;
  readonly ofGrade: string;
  readonly ofGroup: string;
};

/**
 * Where nobody looks: entries without a field, grade, responsible bureau or street, those of a unit that was merged or ended, and
 * those not visited in time.
 */
export const blindSpots = ['noField', 'noGrade', 'noBureau', 'noStreet', 'endedUnit', 'notVisited'] as const;
export type BlindSpot = (typeof blindSpots)[number];

/** A register as its pages read it. */
export type Register = Named & {
  readonly kind: RegisterKind;
  readonly lists: RegisterLists;
  readonly visitDays: number;
  readonly sourceCode: string;
  readonly version: number;
};

/** The word of an address for entries that say nothing in a field; no code is written so. */
export const nothing = 'none';

export const mostListed = 60;
/** The most rows of a sheet, and of a file. */
export const mostEntries = 5000;
export const usualVisitDays = 365;
