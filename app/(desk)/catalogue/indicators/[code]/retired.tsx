import { currentDay } from '@/app/server/clock';
import { Notice } from '@/app/ui/primitives/notice';
import type { IndicatorPage } from '@/lib/catalogue/indicators/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** Says that an indicator is or will be out of use, and which one takes its place. */
export async function Retired({ page, locale }: { page: IndicatorPage; locale: Locale }) {
  const { indicator, replacedBy } = page;
  if (indicator.retiredOn === null) return null;
  const c = translator(locale, 'catalogue');
  const isOver = indicator.retiredOn < (await currentDay());
  return (
    <Notice tone="warn">
      {c(isOver ? 'indicator.retiredAfter' : 'indicator.retiresAfter', { day: indicator.retiredOn })}
      {replacedBy && (
        <>
          {c('indicator.replacedBy')}
          <a href={paths.indicator(replacedBy.code)} className="text-sea underline">
            {nameOf(replacedBy, locale)}
          </a>
          {c('indicator.replacedEnd')}
        </>
      )}
    </Notice>
  );
}
