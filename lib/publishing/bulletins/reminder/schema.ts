import * as z from 'zod';
import { SourceId } from '@/lib/publishing/bulletins/kit/source-id';

/** 提醒函: to a unit, on a consequence of that kind that was confirmed. */
export const ReminderSource = z.strictObject({ kind: z.literal('reminder'), consequence: SourceId });
