import { createHash } from 'node:crypto';
import type { Count, Rule } from '@/lib/access/throttle/attempts';

/** The weak tag of an answer: the same text has the same, however it is compressed on its way. */
export function tagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Whether a program has the answer with a tag already, by its header If-None-Match, compared weakly. */
export function isKnown(header: string | null, tag: string): boolean {
  const opaque = (one: string) => one.trim().replace(/^W\//, '');
  return header !== null && (header.trim() === '*' || header.split(',').some((one) => opaque(one) === opaque(tag)));
}

/** How often a program may ask and how much of it is left, as the draft of the IETF on these headers has it. */
export function limitHeaders(
  { free, seconds }: Rule,
  left: Pick<Count, 'failures' | 'since'> | { readonly wait: number },
  now: Date,
): Record<string, string> {
  const isOver = 'wait' in left;
  const age = isOver ? 0 : Math.floor((now.getTime() - left.since.getTime()) / 1000);
  const [rest, wait] = isOver ? [0, left.wait] : [Math.max(0, free - left.failures), Math.max(0, seconds - age)];
  return {
    'RateLimit-Policy': `"api";q=${free};w=${seconds}`,
    RateLimit: `"api";r=${rest};t=${wait}`,
    ...(isOver && { 'Retry-After': `${wait}` }),
  };
}
