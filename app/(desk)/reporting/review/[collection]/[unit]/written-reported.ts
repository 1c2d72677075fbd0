import type { Measure } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import { writtenText } from '@/lib/observations/written';
import type { Absence } from '@/lib/reporting/words';

/** A number as it was printed; — where there is none. */
export function writtenPrinted(figure: PrintedFigure | null, measure: Measure, locale: Locale): string {
  return figure ? writtenText(figure, locale, measure) : '—';
}

/** What was reported: the number as printed, or in a word why there is none. */
export function writtenReported(
  { figure, absence, measure }: { figure: PrintedFigure | null; absence: Absence; measure: Measure },
  locale: Locale,
): string {
  if (figure || absence === 'none') return writtenPrinted(figure, measure, locale);
  return translator(locale, 'reporting')(`absences.${absence}`);
}
