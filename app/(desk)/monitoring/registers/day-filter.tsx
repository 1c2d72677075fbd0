import type { ReactNode } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { FilterBar } from '@/app/ui/tables/filter-bar';
import { FilterField } from '@/app/ui/tables/filter-field';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The filters of a page of a register: the day that it tells, and others. */
export function DayFilter(props: {
  action: string;
  day: string;
  isNarrowed: boolean;
  keep?: Readonly<Record<string, string>>;
  children?: ReactNode;
  locale: Locale;
}) {
  const t = translator(props.locale, 'registers');
  return (
    <FilterBar
      action={props.action}
      {...(props.keep && { keep: props.keep })}
      {...(props.isNarrowed && { resetHref: props.action })}
    >
      <FilterField type="date" name="day" label={t('filters.day')} value={props.day} />
      {props.children}
      <button type="submit" className={buttonLook('outline')}>
        {t('filters.show')}
      </button>
    </FilterBar>
  );
}
