import type { Measure } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import { writtenText } from '@/lib/observations/written';
import type { Absence } from '@/lib/reporting/words';

/** A number as printed; — for none. */
export function writtenPrinted(figure: PrintedFigure | null, measure: Measure, locale: Locale): string {
  return figure ? writtenText(figure, locale, measure) : '—';
}

/** The reported value: the number as printed, or a word for its absence. */
export function writtenReported(
  { figure, absence, measure }: { figure: PrintedFigure | null; absence: Absence; measure: Measure },
  locale: Locale,
): string {
  if (figure || absence === 'none') return writtenPrinted(figure, measure, locale);
  return translator(locale, 'reporting')(`absences.${absence}`);
}
