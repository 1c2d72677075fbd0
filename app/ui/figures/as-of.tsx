import { buttonLook } from '@/app/ui/primitives/button';
import { FilterField } from '@/app/ui/tables/filter-field';
import { endOfMinute } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** A moment of the past that an address names, with all of its minute; null for none and for what is still to come. */
export function pastMoment(text: string | undefined, now: Date): Date | null {
  const moment = text === undefined ? null : endOfMinute(text);
  return moment && moment < now ? moment : null;
}

/** The choice of a moment, inside a filter bar. */
export function AsOfField({ value, locale }: { value: string; locale: Locale }) {
  const t = translator(locale, 'revisions');
  return (
    <div className="flex items-end gap-2 max-sm:w-full">
      <FilterField name="asof" label={t('asof.label')} value={value} type="datetime-local" />
      <button type="submit" className={buttonLook('outline')}>
        {t('asof.show')}
      </button>
    </div>
  );
}
