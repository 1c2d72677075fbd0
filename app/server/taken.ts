import { channel } from 'node:diagnostics_channel';
import { headers } from 'next/headers';

/**
 * Tells the gate, which is outside the framework, that what was sent could be read and goes to a command. What fails before
 * that is no fault of ours (gate.mjs).
 */
export async function tellTaken(): Promise<void> {
  channel('baton:taken').publish({ id: (await headers()).get('x-request-id') });
}
