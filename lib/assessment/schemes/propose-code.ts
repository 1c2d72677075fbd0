import { codeFor } from '@/lib/catalogue/proposed-code';

/**
 * A code for a scheme by the pinyin initials of its name, in capitals: 开发区综合考核 → KFQZHKH, and KFQZHKH-2 where that is `taken`.
 */
export function proposedCode(nameZh: string, taken: readonly string[]): string {
  return codeFor(nameZh, taken, 'SCHEME');
}
