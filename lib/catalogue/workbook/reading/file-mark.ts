import { createHash } from 'node:crypto';

/** The sha256 of a file, by which the trail and a preview know it. */
export const fileMark = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
