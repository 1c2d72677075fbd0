import { accessGuards } from './access';
import { assessmentGuards } from './assessment';
import { boundaryGuards } from './boundary';
import { type Guard, guardsIn } from './guard';
import { reportingGuards } from './reporting';

/** Every guard of the product that a test is known to watch. */
export const guards: readonly Guard[] = guardsIn([
  ...accessGuards,
  ...reportingGuards,
  ...assessmentGuards,
  ...boundaryGuards,
]);

/** How often the text of a guard stands in its file: once, or the list is not true any more. */
export function occurrences(source: string, { text }: Pick<Guard, 'text'>): number {
  return source.split(text).length - 1;
}
