import type { taskChoices, taskKinds } from '@/lib/publishing/api/words';

/** Which figures are asked for; of the periods those between two days, and of a moment what was known then. */
export type FigureChoice = {
  readonly indicator?: string | undefined;
  readonly unit?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly asOf?: Date | undefined;
};

/** Which changes are asked for: those recorded at a moment or later. */
export type ChangeChoice = Pick<FigureChoice, 'indicator' | 'unit'> & { readonly since: Date };

export type RankingChoice = { readonly scheme?: string | undefined; readonly period?: string | undefined };

/** Which lamps are asked for; of the months those between two days. */
export type LampChoice = Omit<FigureChoice, 'asOf'>;

export type TaskChoice = {
  readonly unit?: string | undefined;
  readonly kind?: (typeof taskKinds)[number] | undefined;
  readonly state?: (typeof taskChoices)[number] | undefined;
};

/** From where and how many rows: after the row of a key, or from the first. */
export type Place<Key extends readonly (string | number)[]> = { readonly limit: number; readonly key: Key | null };
