import type { Named } from '@/lib/i18n/words';

/** The most levels of the topic tree. */
export const deepest = 3;

/** A topic in the order of its tree, with the number of its own indicators. */
export type TopicRow = Named & {
  readonly parentCode: string | null;
  readonly sortOrder: number;
  readonly depth: number;
  readonly indicators: number;
  readonly version: number;
};
