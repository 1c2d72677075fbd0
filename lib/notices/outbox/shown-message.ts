import * as z from 'zod';
import { Refusal } from '@/lib/errors';

/** A message as a page showed it; its version is the number of its tries. */
export const ShownMessage = z.strictObject({ id: z.string().min(1).max(64), version: z.int().min(0) });

/** That a message is not as it was shown. */
export const movedMessage = () => new Refusal('conflict', 'notices.refused.moved');
