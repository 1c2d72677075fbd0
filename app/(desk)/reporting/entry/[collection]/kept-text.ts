import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { entryFields, type FigureEntry } from '@/lib/reporting/words';

/** A figure that was typed and not stored, in a sentence: its name and period, the typed text and the stored one. */
export function keptText(
  cell: { readonly key: string; readonly typed: FigureEntry; readonly stored: FigureEntry },
  figures: readonly FormFigure[],
  t: ReturnType<typeof partTranslator<'entry'>>,
  locale: Locale,
): string {
  const figure = figures.find((one) => keyOf(one) === cell.key);
  if (!figure) return '';
  const name = nameOf(figure.indicator, locale);
  const period = writtenPeriod(figure.periodCode, locale);
  // Where the number is the same, something beside it was typed.
  const field = entryFields.find((one) => cell.typed[one] !== cell.stored[one]) ?? 'typed';
  return t('keptFigure', { name, period, typed: cell.typed[field] || '—', stored: cell.stored[field] || '—' });
}
