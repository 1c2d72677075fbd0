import { clsx } from 'clsx';
import { cookies } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { askingPrincipal } from '@/app/server/principal';
import { CitationPopover } from '@/app/ui/figures/citation-popover';
import { PageOwner } from '@/app/ui/forms/page-owner';
import { AccountCorner } from '@/app/ui/shell/account-corner';
import { BrandMark } from '@/app/ui/shell/brand-mark';
import { LocaleSwitch } from '@/app/ui/shell/locale-switch';
import { MainArea } from '@/app/ui/shell/main-area';
import { menuWords } from '@/app/ui/shell/menu-words';
import { navItems } from '@/app/ui/shell/nav-items';
import { PrintedFoot } from '@/app/ui/shell/printed-foot';
import { SearchButton } from '@/app/ui/shell/search-button';
import { SideMenu } from '@/app/ui/shell/side-menu';
import { skipLook, skipPlace } from '@/app/ui/shell/skip-look';
import { ThemeSwitch } from '@/app/ui/shell/theme-switch';
import { ownerOf } from '@/lib/access/page-owner';
import { maySee } from '@/lib/access/permissions';
import { choiceNames } from '@/lib/cookies';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [locale, principal, place] = await Promise.all([currentLocale(), askingPrincipal(), currentPlace()]);
  const shown = navItems.filter(({ view }) => maySee(principal.role, view)).map(({ key }) => key);
  const a = translator(locale, 'access');
  const t = translator(locale, 'shell');
  const f = translator(locale, 'figures');
  const s = translator(locale, 'search');
  const folded = (await cookies()).get(choiceNames.menu)?.value === 'folded';
  return (
    <PageOwner
      owner={ownerOf(principal)}
      words={{
        signIn: t('forms.signIn'),
        unsent: t('forms.unsent'),
        kept: t('forms.kept'),
        moved: t('forms.moved'),
        restore: t('forms.restore'),
        discard: t('forms.discard'),
      }}
    >
      <a href="#main" data-chrome className={skipLook}>
        {t('skip')}
      </a>
      <div id={skipPlace} data-chrome />
      <header
        data-chrome
        className="sticky top-0 z-40 flex h-14 items-center gap-2 border-b border-rule bg-paper px-4 md:gap-3 md:px-6"
      >
        <Link href={paths.overview} prefetch={false} className="flex min-h-11 items-center gap-2.5">
          <BrandMark />
          {/* Beside the signs of an account a narrow telephone has no room for the name. */}
          <span
            className={clsx(
              'text-base leading-none font-semibold whitespace-nowrap',
              principal.role !== 'visitor' && 'max-[26rem]:sr-only',
            )}
          >
            {t('brand')}
          </span>
          {place.version > 0 && (
            <span className="hidden border-l border-rule pl-2.5 text-table leading-4 text-ink-2 sm:inline">
              {nameOf(place, locale)}
            </span>
          )}
        </Link>
        <div className="ml-auto flex items-center gap-1 md:gap-2">
          <SearchButton
            label={t('search')}
            hint={t('searchHint')}
            words={{
              title: s('title'),
              field: s('field'),
              hint: s('hint'),
              start: s('start'),
              failed: s('failed'),
              keys: s('keys'),
              results: s('results'),
            }}
          />
          <LocaleSwitch
            to={locale === 'en' ? 'zh-CN' : 'en'}
            label={locale === 'en' ? t('toChinese') : t('toEnglish')}
            title={t('language')}
          />
          <ThemeSwitch words={{ theme: t('theme'), light: t('light'), dark: t('dark'), system: t('system') }} />
          <AccountCorner principal={principal} locale={locale} />
        </div>
      </header>
      <div className="md:flex">
        <SideMenu
          folded={folded}
          shown={shown}
          words={{
            menu: t('menu'),
            collapse: t('collapse'),
            expand: t('expand'),
            more: t('more'),
            ...menuWords(locale),
            manage: a('menu.manage'),
          }}
        />
        <MainArea label={t('loading')}>
          {children}
          <PrintedFoot
            words={{ prepared: t('paper.prepared'), reviewed: t('paper.reviewed'), printed: t('paper.printed') }}
            person={principal.name}
          />
        </MainArea>
      </div>
      <CitationPopover
        words={{
          citation: f('citation'),
          sourceWithdrawn: f('sourceWithdrawn'),
          locator: f('locator'),
          noQuote: f('noQuote'),
          openSource: f('openSource'),
          close: f('close'),
          quoteOpen: f('quoteOpen'),
          quoteClose: f('quoteClose'),
        }}
      />
    </PageOwner>
  );
}
