import type { Agreement } from '@/lib/monitoring/registers/compared/words';
import type { PrintedFigure } from '@/lib/observations/words';

/** How a count stands to a reported figure, whose qualifier is taken at its word; a figure that says 约 is judged by a person. */
export function agreementOf(
  counted: number,
  { value, qualifier }: Pick<PrintedFigure, 'value' | 'qualifier'>,
): Agreement {
  const said = Number(value);
  if (counted === said) return 'same';
  if (qualifier === 'about' || qualifier === 'expected') return 'about';
  const isWithin = (qualifier === 'at_least' && counted > said) || (qualifier === 'at_most' && counted < said);
  return isWithin ? 'within' : 'differs';
}
