import * as z from 'zod';
import { CollectionId, Day, line, lines } from '@/lib/reporting/collections/terms';

/** Which consequence, in which version it was shown. */
export const ShownConsequence = z.strictObject({ id: CollectionId, version: z.int().min(1) });

/** Words that others read: a reason, what was done. */
export const ConsequenceWords = lines(4, 1000);

/** What was done: the day, the words, and the number of its paper. */
export const EntryInput = ShownConsequence.extend({ on: Day, paper: line(0, 80), words: ConsequenceWords });
