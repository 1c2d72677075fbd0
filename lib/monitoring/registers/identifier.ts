import { Identifier } from '@/lib/monitoring/registers/register-input';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** An identifier as it is kept: ordinary letters and digits, in capitals, without spaces and the dot of a plate. */
export const keptIdentifier = (typed: string): string =>
  plainText(typed)
    .replace(/[ ·・•‧∙⋅]/g, '')
    .toUpperCase();

/** A number of so many digits has lost its last ones in a spreadsheet. */
const lostFrom = 16;

/** Reads a cell with an identifier; one that a spreadsheet holds as a long number is not trusted. */
export function readIdentifier(
  text: string,
  isNumber: boolean,
): { value: string } | { fault: 'identifier' | 'lostDigits' } {
  const kept = keptIdentifier(text);
  if (isNumber && /^\d+$/.test(kept) && kept.length >= lostFrom) return { fault: 'lostDigits' };
  return Identifier.safeParse(kept).success ? { value: kept } : { fault: 'identifier' };
}
