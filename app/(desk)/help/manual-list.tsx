import { Badge } from '@/app/ui/primitives/badge';
import type { Role } from '@/lib/access/words';
import { manualFor, manuals } from '@/lib/help/manuals';
import { plainText } from '@/lib/help/page-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** Every operating manual, the one for the reader's own role first. */
export function ManualList({ role, locale }: { role: Role; locale: Locale }) {
  const t = translator(locale, 'help');
  const own = manualFor(role);
  const ordered = manuals.toSorted((a, b) => Number(b.name === own) - Number(a.name === own));
  return (
    <ul className="grid gap-x-10 md:grid-cols-2 xl:grid-cols-3">
      {ordered.map(({ name, title, forWhom, sections, minutes }) => (
        <li key={name} className="border-b border-rule py-3">
          <a href={paths.manual(name)} className="flex min-h-11 items-center gap-2 text-base font-semibold text-sea">
            <span className="hover:underline">{plainText(title, locale)}</span>
            {name === own && <Badge>{t('manuals.own')}</Badge>}
          </a>
          <p className="text-ink-2">{plainText(forWhom, locale)}</p>
          <p className="mt-1 text-xs text-ink-2">{t('manuals.sections', { count: sections.length, minutes })}</p>
        </li>
      ))}
    </ul>
  );
}
