import * as z from 'zod';
import { CollectionId as Id } from '@/lib/reporting/collections/terms';

/** Which version of a board was shown. */
export const ShownBoard = z.strictObject({ id: Id, version: z.int().min(1) });
