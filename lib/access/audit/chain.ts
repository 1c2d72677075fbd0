import { createHash } from 'node:crypto';
import type { Digest } from '@/lib/access/words';

/** An audit event: action, user and time. `changes` is the stored text, byte for byte. */
export type AuditEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  /** The network address of the request; empty for the product itself. */
  readonly address: string;
  readonly command: string;
  readonly changes: string;
};
export type ChainedEvent = AuditEvent & { readonly digest: Digest; readonly previous: string; readonly hash: string };

/** The hash that the first event is chained to. */
export const beginning = '';

/** The hash of an event over all its fields and the hash before it, in hexadecimal digits. */
export function hashOf(event: AuditEvent, previous: string, digest: Digest): string {
  const { seq, at, actor, role, address, command, changes } = event;
  return createHash(digest)
    .update(
      JSON.stringify([seq, previous, at.toISOString(), actor, role, command, changes, ...(address ? [address] : [])]),
    )
    .digest('hex');
}

export type Break = { readonly seq: number; readonly why: 'missing' | 'unchained' | 'altered' };

/**
 * The first event, in the order of `seq`, that does not follow from the one before: one is missing, it is chained to
 * another, or its content was changed. Null for a whole chain.
 */
export function firstBreak(events: readonly ChainedEvent[], before: { seq: number; hash: string }): Break | null {
  let last = before;
  for (const event of events) {
    if (event.seq !== last.seq + 1) return { seq: last.seq + 1, why: 'missing' };
    if (event.previous !== last.hash) return { seq: event.seq, why: 'unchained' };
    if (event.hash !== hashOf(event, event.previous, event.digest)) return { seq: event.seq, why: 'altered' };
    last = event;
  }
  return null;
}
