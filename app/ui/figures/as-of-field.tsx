import { buttonLook } from '@/app/ui/primitives/button';
import { FilterField } from '@/app/ui/tables/filter-field';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The field for the moment of the figures, inside a filter bar; `isFolded` while it is empty. */
export function AsOfField({ value, isFolded, locale }: { value: string; isFolded?: boolean; locale: Locale }) {
  const t = translator(locale, 'revisions');
  const isClosed = isFolded && value === '';
  const field = (
    <div className="flex items-end gap-2 max-sm:w-full">
      <FilterField name="asof" label={t(isClosed ? 'asof.moment' : 'asof.label')} value={value} type="datetime-local" />
      <button type="submit" className={buttonLook('outline')}>
        {t('asof.show')}
      </button>
    </div>
  );
  if (!isClosed) return field;
  return (
    <details className="max-sm:w-full">
      <summary className={buttonLook('quiet', 'cursor-pointer px-2 text-sea')}>{t('asof.label')}</summary>
      {field}
    </details>
  );
}
