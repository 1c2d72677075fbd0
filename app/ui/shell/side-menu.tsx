'use client';

import { clsx } from 'clsx';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { choiceCookie } from '@/lib/cookies';
import { paths } from '@/lib/paths';
import { type NavKey, navItems } from './nav-items';

export type MenuWords = Record<NavKey | 'menu' | 'collapse' | 'expand' | 'manage', string>;

/** The number of rooms that fit in a telephone's menu bar, with the longer words of English. */
const places = 6;
/** The rooms that leave the bar first; search, help and the workbench link to them. */
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
  return (
    <nav
      aria-label={words.menu}
      data-chrome
      className={clsx(
        'z-30 border-rule bg-card',
        'max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)]',
        'md:sticky md:top-14 md:flex md:h-[calc(100dvh-56px)] md:shrink-0 md:flex-col md:overflow-y-auto md:border-r md:bg-transparent md:py-3',
        folded ? 'md:w-16' : 'md:w-[220px]',
      )}
    >
      {[false, true].map((manages) => (
        <Items
          key={`${manages}`}
          items={navItems.filter((item) => shown.includes(item.key) && Boolean(item.manages) === manages)}
          {...(manages && { label: words.manage })}
          words={words}
          path={path}
          folded={folded}
        />
      ))}
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

function Items(props: {
  items: readonly (typeof navItems)[number][];
  label?: string;
  words: MenuWords;
  path: string;
  folded: boolean;
}) {
  const { items, label, words, path, folded } = props;
  if (items.length === 0) return null;
  const inBar = items.filter((item) => !item.wide).length;
  const crowded = missed.slice(0, Math.max(0, inBar - places));
  return (
    <ul
      {...(label && { 'aria-label': label })}
      className={clsx(
        'flex max-md:justify-around md:flex-col md:gap-0.5 md:px-3',
        label && 'max-md:hidden md:mt-3 md:border-t md:border-rule md:pt-3',
      )}
    >
      {items.map(({ key, href, icon: ItemIcon, wide }) => (
        <li key={key} className={clsx('max-md:flex-auto', (wide || crowded.includes(key)) && 'max-md:hidden')}>
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
