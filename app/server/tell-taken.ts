import { channel } from 'node:diagnostics_channel';
import { headers } from 'next/headers';

/**
 * Tells the gate, which is outside the framework, that the body was read and goes to a command. Errors before that are
 * the visitor's fault (gate.mjs).
 */
export async function tellTaken(): Promise<void> {
  channel('baton:taken').publish({ id: (await headers()).get('x-request-id') });
}
