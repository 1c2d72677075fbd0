import { menuWords } from '@/app/ui/shell/menu-words';
import { navItems } from '@/app/ui/shell/nav-items';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/**
 * The rooms that a principal may enter. Beside tasks they are shown on a telephone alone, where they are the only links to
 * the rooms of administration.
 */
export function Places(props: { principal: Principal; locale: Locale; isBeside: boolean }) {
  const { principal, locale, isBeside } = props;
  const t = translator(locale, 'access');
  const words = menuWords(locale);
  const items = navItems.filter(({ key, view }) => key !== 'workbench' && maySee(principal.role, view));
  return (
    <Section title={t('workbench.places')} id="places" className={isBeside ? 'mt-8 md:hidden' : ''}>
      <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {items.map(({ key, href, icon: Icon }) => (
          <li key={key} className="border-b border-rule">
            <a href={href} className="flex min-h-11 items-center gap-3 hover:text-sea">
              <Icon size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-2" />
              {words[key]}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
