import { LogIn, LogOut, UserRound } from 'lucide-react';
import { buttonLook } from '@/app/ui/primitives/button';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { bellWords } from '@/lib/notices/list/bell-words';
import { unreadNotices } from '@/lib/notices/queries';
import { paths } from '@/lib/paths';
import { Bell } from './bell';
import { SignOutForm } from './sign-out-form';

/** The signed-in account, with links to its notices, to its page and to sign out; for a visitor the link to sign in. */
export async function AccountCorner({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'access');
  if (principal.role === 'visitor') {
    return (
      <a href={paths.signIn} className={buttonLook('outline', 'max-md:size-11 max-md:px-0')}>
        <LogIn size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="max-md:sr-only">{t('menu.signIn')}</span>
      </a>
    );
  }
  const quiet =
    'flex h-9 items-center gap-2 rounded-md px-2 text-table text-ink-2 hover:bg-hover hover:text-ink max-md:h-11';
  const unread = await unreadNotices(principal);
  return (
    <div className="flex items-center md:border-l md:border-rule md:pl-2">
      <Bell words={bellWords(unread, locale)} />
      <a href={paths.account} title={t('menu.account')} className={quiet}>
        <UserRound size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className="max-md:sr-only">
          <span className="text-ink">{principal.name}</span>
          <span className="ml-2 text-xs max-lg:hidden">{t(`roles.${principal.role}`)}</span>
        </span>
      </a>
      <SignOutForm question={t('menu.draftsLeft', { count: '{count}' })}>
        <button type="submit" title={t('menu.signOut')} className={quiet}>
          <LogOut size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="max-lg:sr-only">{t('menu.signOut')}</span>
        </button>
      </SignOutForm>
    </div>
  );
}
