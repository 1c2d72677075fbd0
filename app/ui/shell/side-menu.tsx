'use client';

import { clsx } from 'clsx';
import { Ellipsis, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { choiceCookie } from '@/lib/cookies';
import { paths } from '@/lib/paths';
import { type NavKey, navItems } from './nav-items';

export type MenuWords = Record<NavKey | 'menu' | 'collapse' | 'expand' | 'manage' | 'more', string>;

/** The number of rooms that fit in a telephone's menu bar beside 更多, with the longer words of English. */
const places = 5;
/** The rooms that leave the bar first. */
const missed: readonly NavKey[] = ['sources', 'help', 'compare'];

function isHere(path: string, href: string): boolean {
  return href === paths.overview ? path === href : path === href || path.startsWith(`${href}/`);
}

/** The menu at the left, which collapses to its icons; on a telephone a bar at the bottom. */
export function SideMenu(props: { words: MenuWords; shown: readonly NavKey[]; folded: boolean }) {
  const { words, shown, folded: startsFolded } = props;
  const path = usePathname();
  const [folded, setFolded] = useState(startsFolded);
  const fold = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the server renders the menu as it was left
    document.cookie = choiceCookie('menu', folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  const Icon = folded ? PanelLeftOpen : PanelLeftClose;
  const items = navItems.filter(({ key }) => shown.includes(key));
  const bar = inBar(items);
  return (
    <nav
      aria-label={words.menu}
      data-chrome
      className={clsx(
        'z-30 border-rule bg-card',
        'max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:flex max-md:border-t max-md:pb-[env(safe-area-inset-bottom)]',
        'md:sticky md:top-14 md:flex md:h-[calc(100dvh-56px)] md:shrink-0 md:flex-col md:overflow-y-auto md:border-r md:bg-transparent md:py-3',
        folded ? 'md:w-16' : 'md:w-[220px]',
      )}
    >
      {[false, true].map((manages) => (
        <Items
          key={`${manages}`}
          items={items.filter((item) => Boolean(item.manages) === manages)}
          bar={bar}
          {...(manages && { label: words.manage })}
          words={words}
          path={path}
          folded={folded}
        />
      ))}
      <MoreRooms key={path} items={items.filter(({ key }) => !bar.includes(key))} words={words} path={path} />
      <button
        type="button"
        onClick={fold}
        aria-expanded={!folded}
        className="mt-auto ml-3 hidden h-9 w-fit shrink-0 items-center gap-3 rounded-md px-2.5 text-ink-2 hover:bg-hover hover:text-ink md:flex"
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className={clsx(folded && 'sr-only')}>{folded ? words.expand : words.collapse}</span>
      </button>
    </nav>
  );
}

type Rooms = readonly (typeof navItems)[number][];

/** The rooms in a telephone's bar: the first ones, without those that are wide or leave first. */
function inBar(items: Rooms): readonly NavKey[] {
  const narrow = items.filter(({ wide, manages }) => !wide && !manages);
  const kept = narrow.filter(({ key }) => !missed.slice(0, Math.max(0, narrow.length - places)).includes(key));
  return kept.slice(0, places).map(({ key }) => key);
}

/** The rooms that are not in a telephone's bar, in a list above it. */
function MoreRooms({ items, words, path }: { items: Rooms; words: MenuWords; path: string }) {
  if (items.length === 0) return null;
  return (
    <details className="relative w-12 flex-none md:hidden">
      <summary className="flex min-h-14 cursor-pointer list-none flex-col items-center justify-center gap-0.5 text-xs text-ink-2 [&::-webkit-details-marker]:hidden">
        <Ellipsis size={18} strokeWidth={1.75} aria-hidden="true" />
        {words.more}
      </summary>
      <ul className="absolute right-0 bottom-full max-h-[70dvh] w-56 overflow-y-auto rounded-tl-md border border-rule bg-card py-1">
        {items.map(({ key, href, icon: ItemIcon }) => (
          <li key={key}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isHere(path, href) ? 'page' : undefined}
              className="flex min-h-11 items-center gap-3 px-4 text-ink-2 hover:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-sea"
            >
              <ItemIcon size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
              {words[key]}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Items(props: {
  items: Rooms;
  bar: readonly NavKey[];
  label?: string;
  words: MenuWords;
  path: string;
  folded: boolean;
}) {
  const { items, bar, label, words, path, folded } = props;
  if (items.length === 0) return null;
  return (
    <ul
      {...(label && { 'aria-label': label })}
      className={clsx(
        'flex max-md:flex-1 max-md:justify-around md:flex-col md:gap-0.5 md:px-3',
        label && 'max-md:hidden md:mt-3 md:border-t md:border-rule md:pt-3',
      )}
    >
      {items.map(({ key, href, icon: ItemIcon }) => (
        <li key={key} className={clsx('max-md:flex-auto', !bar.includes(key) && 'max-md:hidden')}>
          <Link
            href={href}
            prefetch={false}
            aria-current={isHere(path, href) ? 'page' : undefined}
            title={folded ? words[key] : undefined}
            className={clsx(
              'flex items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink',
              'aria-[current=page]:bg-wash aria-[current=page]:font-semibold aria-[current=page]:text-sea',
              'max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:rounded-none max-md:text-xs',
              'md:h-9 md:gap-3 md:px-2.5',
            )}
          >
            <ItemIcon size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            <span className={clsx(folded && 'md:sr-only')}>{words[key]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
