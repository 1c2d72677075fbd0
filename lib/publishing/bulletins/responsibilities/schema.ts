import * as z from 'zod';
import { SourceId } from '@/lib/publishing/bulletins/kit/source-id';

/** 责任清单: who answers for the indicators of the published version of a scheme. */
export const ResponsibilitiesSource = z.strictObject({ kind: z.literal('responsibilities'), scheme: SourceId });
