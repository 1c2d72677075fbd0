import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The two most frequent decisions above the menu of a telephone, within reach of a thumb. */
export function ThumbBar({ name, locale }: { name: string; locale: Locale }) {
  const t = translator(locale, 'review');
  return (
    <div
      data-chrome
      className="sticky bottom-14 z-20 mt-4 flex items-center gap-2 border-t border-rule bg-paper py-2 md:hidden"
    >
      <span className="mr-auto min-w-0 truncate text-table">{name}</span>
      <a href="#return" data-stay="" className={buttonLook('danger')}>
        {t('giveBack')}
      </a>
      <button type="submit" form="approve" className={buttonLook('primary', 'px-6')}>
        {t('approve')}
      </button>
    </div>
  );
}
