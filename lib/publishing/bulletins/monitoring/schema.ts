import * as z from 'zod';
import { SourceId } from '@/lib/publishing/bulletins/kit/source-id';

/** 监测通报: on a published report of lamps. */
export const MonitoringSource = z.strictObject({ kind: z.literal('monitoring'), report: SourceId });
