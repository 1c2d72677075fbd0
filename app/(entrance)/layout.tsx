import type { ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { BrandMark } from '@/app/ui/shell/brand-mark';
import { LocaleSwitch } from '@/app/ui/shell/locale-switch';
import { ThemeSwitch } from '@/app/ui/shell/theme-switch';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

/** The layout of the entrance: no menu and no account. */
export default async function EntranceLayout({ children }: { children: ReactNode }) {
  const [locale, place] = await Promise.all([currentLocale(), currentPlace()]);
  const t = translator(locale, 'shell');
  return (
    <>
      <header className="flex h-14 items-center gap-2 px-4 md:px-6">
        <a href={paths.overview} className="flex min-h-11 items-center gap-2.5">
          <BrandMark />
          <span className="text-base leading-none font-semibold">{t('brand')}</span>
          {place.version > 0 && (
            <span className="hidden border-l border-rule pl-2.5 text-table leading-4 text-ink-2 sm:inline">
              {nameOf(place, locale)}
            </span>
          )}
        </a>
        <div className="ml-auto flex items-center gap-1 md:gap-2">
          <LocaleSwitch
            to={locale === 'en' ? 'zh-CN' : 'en'}
            label={locale === 'en' ? t('toChinese') : t('toEnglish')}
            title={t('language')}
          />
          <ThemeSwitch words={{ theme: t('theme'), light: t('light'), dark: t('dark'), system: t('system') }} />
        </div>
      </header>
      <main id="main" className="mx-auto max-w-4xl px-4 pt-6 pb-16 md:px-6 md:pt-16">
        {children}
      </main>
    </>
  );
}
