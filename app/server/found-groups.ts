import { menuWords } from '@/app/ui/shell/menu-words';
import { navItems } from '@/app/ui/shell/nav-items';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { foundPath } from '@/lib/catalogue/search/found-path';
import { matchesWords } from '@/lib/catalogue/search/match-words';
import { initialsOf } from '@/lib/catalogue/search/pinyin-initials';
import { searchCatalogue } from '@/lib/catalogue/search/queries';
import { type Found, type FoundKind, foundKinds } from '@/lib/catalogue/search/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The results of a search of one kind, with the addresses of their pages. */
export type FoundGroup = {
  readonly kind: FoundKind;
  readonly title: string;
  readonly items: readonly { readonly code: string; readonly name: string; readonly href: string }[];
};

type Asked = {
  readonly principal: Principal;
  readonly locale: Locale;
  readonly words: string;
  /** The most results of a kind. */
  readonly longest: number;
};

/** What the principal finds by the words, by kind: pages of its menu, and entries of the catalogue. */
export async function foundGroups({ principal, locale, words, longest }: Asked): Promise<FoundGroup[]> {
  const results = [
    ...foundPages(principal, words).slice(0, longest),
    ...(await searchCatalogue(principal, words, longest)),
  ];
  const t = translator(locale, 'search');
  return foundKinds
    .map((kind) => ({
      kind,
      title: t(kind),
      items: results
        .filter((one) => one.kind === kind)
        .map((one) => ({
          code: one.code,
          // A source is cited by its own title.
          name: kind === 'source' ? one.nameZh : nameOf(one, locale),
          href: foundPath[kind](one.code),
        })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The pages of the principal's menu whose name in either language, or its pinyin initials, contain the words. */
function foundPages(principal: Principal, words: string): Found[] {
  if (words.trim() === '') return [];
  const [zh, en] = [menuWords('zh-CN'), menuWords('en')];
  return navItems.flatMap(({ key, href, view }) => {
    const [nameZh, nameEn] = [zh[key], en[key]];
    const isFound = maySee(principal.role, view) && matchesWords([nameZh, nameEn, initialsOf(nameZh)], words);
    return isFound ? { kind: 'page' as const, code: href, nameZh, nameEn } : [];
  });
}
