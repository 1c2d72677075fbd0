import * as z from 'zod';
import { Code } from '@/lib/assessment/schemes/atoms/bounds';
import { printable } from '@/lib/printable';

/** Inputs of commands besides the document itself. */
export const SchemeCode = Code.max(40);
export const VersionNote = z.string().trim().max(500).regex(printable).default('');
export const Draft = z.strictObject({ code: SchemeCode, version: z.int() });
