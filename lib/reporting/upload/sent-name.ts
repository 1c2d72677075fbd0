import { unturned } from '@/lib/printable';

/**
 * The name of a file as it came, at most 200 characters with its ending: without control characters, halves of
 * characters, and the marks that turn the direction of writing, which show exe.pdf for fdp.exe.
 */
export const sentName = (name: string): string =>
  unturned(name)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .slice(-200) || '?';
