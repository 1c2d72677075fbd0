import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Says beside the name of a unit that ended when it did. */
export function EndedUnit({ unit, locale }: { unit: { readonly validTo?: string | null }; locale: Locale }) {
  if (!unit.validTo) return null;
  return (
    <span className="ml-2 text-xs whitespace-nowrap text-ink-2">
      {translator(locale, 'units')('abolished', { date: unit.validTo })}
    </span>
  );
}
