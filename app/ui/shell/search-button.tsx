'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { paths } from '@/lib/paths';
import type { PaletteWords } from './search-palette';

const SearchPalette = dynamic(() => import('./search-palette').then((part) => part.SearchPalette), { ssr: false });

/** The button of the search: a link without scripts, the palette with them, on Ctrl/⌘-K from anywhere. */
export function SearchButton({ label, hint, words }: { label: string; hint: string; words: PaletteWords }) {
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const show = () => {
    setAsked(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setAsked(true);
        setOpen((isOpen) => !isOpen);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <a
        href={paths.search}
        role="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={hint}
        onClick={(event) => {
          event.preventDefault();
          show();
        }}
        className="flex h-9 items-center gap-2 rounded-md border border-rule bg-card px-3 text-table text-ink-2 hover:border-rule-strong hover:text-ink max-md:size-11 max-md:justify-center max-md:border-0 max-md:bg-transparent max-md:px-0"
      >
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className="max-md:sr-only">{label}</span>
        <kbd className="ml-8 rounded-sm border border-rule px-1 font-sans text-xs max-lg:hidden">Ctrl K</kbd>
      </a>
      {asked && <SearchPalette open={open} onOpenChange={setOpen} words={words} />}
    </>
  );
}
