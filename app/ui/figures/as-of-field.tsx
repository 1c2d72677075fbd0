import { buttonLook } from '@/app/ui/primitives/button';
import { FilterField } from '@/app/ui/tables/filter-field';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The choice of a moment whose figures are looked at, inside a filter bar. */
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
