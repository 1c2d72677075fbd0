import type { SubjectName } from '@/lib/access/audit/subjects/words';

/** Events on one page, and in one file at most. */
export const pageLength = 50;
export const longestFile = 50_000;

/** The filters of the trail. Moments are instants; `until` is not included. */
export type TrailChoice = {
  readonly from: Date | undefined;
  readonly until: Date | undefined;
  /** A part of a username or name, `system` for the product itself, or an actor as it is stored: `anonymous`. */
  readonly who: string;
  readonly command: string;
  /** Parts of the names of accounts, units, indicators, tasks or schemes, or a whole subject as stored: `user/…`. */
  readonly subject: string;
};

/** An account that is the actor or the subject of an event. */
export type Person = { readonly username: string; readonly name: string };

export type TrailChange = { readonly subject: string; readonly before: unknown; readonly after: unknown };

/** An audit event with its changes, as stored. */
export type TrailEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly address: string;
  readonly command: string;
  readonly changes: readonly TrailChange[];
};

/** Events with the accounts they name, by id, and the names of whatever else they mention. `isMore` when there are older ones. */
export type Trail = {
  readonly events: readonly TrailEvent[];
  readonly people: ReadonlyMap<string, Person>;
  /** The names of units, indicators, collections, schemes, runs, entries and uploads, by kind and code. */
  readonly names: ReadonlyMap<string, SubjectName>;
  readonly isMore: boolean;
};

/** The last event of the chain. */
export type TrailEnd = { readonly seq: number; readonly at: Date; readonly hash: string };
