import { headers } from 'next/headers';
import { currentLocale } from '@/app/server/locale';
import { askingPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { BrandMark } from '@/app/ui/shell/brand-mark';
import { views } from '@/lib/access/permissions';
import { startPath } from '@/lib/access/start-path';
import { viewAt } from '@/lib/access/viewed';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

/** The page for a role without permission: it names the roles that have it, and whom to ask. */
export default async function Forbidden() {
  const [locale, principal] = [await currentLocale(), await askingPrincipal()];
  const t = translator(locale, 'access');
  const view = viewAt((await headers()).get('x-path') ?? '');
  const allowed = listed(
    views[view].filter((role) => role !== 'visitor').map((role) => t(`roles.${role}`)),
    locale,
  );
  return (
    <div className="max-w-xl py-16">
      <BrandMark />
      <h1 className="mt-4 text-2xl font-semibold">{t('forbidden.title')}</h1>
      <p className="mt-2 text-ink-2">{t('forbidden.reason', { role: t(`roles.${principal.role}`), allowed })}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <a href={startPath(principal.role)} className={buttonLook('primary')}>
          {t('forbidden.back')}
        </a>
        <a href={paths.roles} className={buttonLook('outline')}>
          {t('menu.roles')}
        </a>
      </p>
    </div>
  );
}
