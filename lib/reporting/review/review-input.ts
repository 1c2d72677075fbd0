import * as z from 'zod';
import { Code, CollectionId } from '@/lib/reporting/collections/terms';
import { FigureVersion } from '@/lib/reporting/entry/entry-input';

/** The figures of a return that a decision concerns. */
export const LookedAtInput = z.strictObject({
  collectionId: CollectionId,
  unitCode: Code,
  figures: z.array(FigureVersion).min(1).max(2000),
});
