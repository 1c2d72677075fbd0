import { createHash } from 'node:crypto';
import * as z from 'zod';
import { printable } from '@/lib/printable';

/** The parts of a key that a cursor may hold, each in a shape that the database takes. */
export const Whole = z.int32();
export const Word = z.string().max(200).regex(printable);
export const Instant = z.iso.datetime();

/** What a cursor belongs to: the operation and all that is asked, but for where and how many. */
export function questionOf(operation: string, parameters: Readonly<Record<string, unknown>>): string {
  const { limit: _, cursor: __, ...asked } = parameters;
  const pairs = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([operation, pairs]))
    .digest('base64url')
    .slice(0, 12);
}

/** The place after a row, by the key that rows are in order of: a text that programs send back as it is. */
export function writtenCursor(question: string, key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([question, ...key])).toString('base64url');
}

/** The key in a cursor; null for one of another question, and for any other text. */
export function readCursor<Key>(text: string, question: string, shape: z.ZodType<Key>): Key | null {
  const [of, ...key] = parsed(text);
  const read = of === question ? shape.safeParse(key) : null;
  return read?.success ? read.data : null;
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
