import { foundNamed } from '@/app/server/found-named';
import { innerPages, innerWords } from '@/app/ui/shell/inner-pages';
import { menuWords } from '@/app/ui/shell/menu-words';
import { navItems } from '@/app/ui/shell/nav-items';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';
import { foundPath } from '@/lib/catalogue/search/found-path';
import { matchesWords } from '@/lib/catalogue/search/match-words';
import { findFigures, searchCatalogue } from '@/lib/catalogue/search/queries';
import { type FoundKind, foundKinds } from '@/lib/catalogue/search/words';
import { nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { figuresByDigits } from '@/lib/observations/by-digits/queries';
import type { NumberFound } from '@/lib/observations/by-digits/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import { type FoundTask, findTasks } from '@/lib/reporting/collections/search/queries';

/** The results of a search of one kind, with the addresses of their pages. */
export type FoundGroup = {
  readonly kind: FoundKind;
  readonly title: string;
  readonly items: readonly {
    readonly name: string;
    readonly href: string;
    /** What tells it from others of its name: a code; of a page the room of the menu that it is in. */
    readonly detail: string;
  }[];
};

type Asked = {
  readonly principal: Principal;
  readonly locale: Locale;
  readonly words: string;
  /** The most results of a kind. */
  readonly longest: number;
};

export type FoundItem = FoundGroup['items'][number] & { readonly kind: FoundKind };

/**
 * What the principal finds by the words, by kind: pages of its menu and behind its buttons, its tasks, a unit's
 * indicator, figures by their digits, entries of the catalogue, results, reports, follow-ups, lists and registers.
 */
export async function foundGroups({ principal, locale, words, longest }: Asked): Promise<FoundGroup[]> {
  const [tasks, figures, numbers, entries, named] = await Promise.all([
    findTasks(principal, words, longest),
    findFigures(principal, words, longest),
    figuresByDigits(principal, words, longest),
    searchCatalogue(principal, words, longest),
    foundNamed(principal, { words, locale, longest }),
  ]);
  const found: FoundItem[] = [
    ...tasks.map((task) => ({ kind: 'task' as const, detail: '', name: task.title, href: taskPath(principal, task) })),
    ...figures.map(({ unit, indicator, group }) => ({
      kind: 'figure' as const,
      detail: indicator.code,
      name: `${nameOf(unit, locale)} · ${nameOf(indicator, locale)}`,
      href: withQuery(paths.indicator(indicator.code), { unit: unit.code, group: group ?? undefined }, 'ranking'),
    })),
    ...numbers.map((one) => numberItem(one, locale)),
    ...foundPages(principal, words, locale).slice(0, longest),
    ...entries.map((one) => ({
      kind: one.kind,
      detail: one.kind === 'department' || one.kind === 'annotation' ? '' : one.code,
      // A source is cited by its own title.
      name: one.kind === 'source' ? one.nameZh : nameOf(one, locale),
      href: foundPath[one.kind](one.code),
    })),
    ...named,
  ];
  const t = translator(locale, 'search');
  return foundKinds
    .map((kind) => ({
      kind,
      title: t(kind),
      items: found.filter((one) => one.kind === kind).map(({ name, href, detail }) => ({ name, href, detail })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** A figure that was found by its digits: whose and which it is, then its period and itself as printed. */
function numberItem(one: NumberFound, locale: Locale): FoundItem {
  const { unit, indicator, periodCode } = one;
  const written = writtenText(one, locale, indicator.measure);
  const figure = isWorded(indicator.measure) ? written : `${written} ${unitBehind(indicator, locale)}`;
  return {
    kind: 'number',
    name: `${nameOf(unit, locale)} · ${nameOf(indicator, locale)}`,
    detail: `${writtenPeriod(periodCode, locale)} · ${figure}`,
    href: paths.figure(indicator.code, unit.code, periodCode),
  };
}

/** Where the principal works on a task: the own return, the review, or the page of the task. */
function taskPath({ role }: Principal, { id, unitCode }: FoundTask): string {
  if (role === 'reporter') return paths.entry(id);
  if (role === 'unitReviewer' && unitCode) return paths.reviewedReturn(id, unitCode);
  return maySee(role, 'collections') ? paths.collection(id) : paths.review;
}

/** The pages that the principal may see whose name in either language, or its pinyin initials, contain the words. */
function foundPages(principal: Principal, words: string, locale: Locale): FoundItem[] {
  if (words.trim() === '') return [];
  const t = translator(locale, 'search');
  const named = { 'zh-CN': namesIn('zh-CN'), en: namesIn('en') };
  const [own, rooms] = [named[locale], menuWords(locale)];
  const pages = [
    ...navItems.map((page) => ({ ...page, detail: t('where.menu') })),
    ...innerPages.map((page) => ({ ...page, detail: page.room ? rooms[page.room] : t('where.account') })),
  ];
  return pages.flatMap(({ key, href, view, detail }) => {
    const [nameZh, nameEn] = [named['zh-CN'][key], named.en[key]];
    const isFound = maySee(principal.role, view) && matchesWords([nameZh, nameEn, initialsOf(nameZh)], words);
    return isFound ? { kind: 'page' as const, name: own[key], href, detail } : [];
  });
}

const namesIn = (locale: Locale) => ({ ...menuWords(locale), ...innerWords(locale) });
