'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { PaletteAnswer } from '@/app/api/search/route';
import { Spoken } from '@/app/ui/primitives/spoken';
import { paths, withQuery } from '@/lib/paths';

export type PaletteWords = Record<'title' | 'field' | 'hint' | 'start' | 'failed' | 'keys' | 'results', string>;

type Found = PaletteAnswer['groups'][number]['items'][number];

/** Milliseconds after the last key until the search: longer than a fast typist's pause, and still immediate. */
const pause = 120;

/** Finds pages and entries of the catalogue while the user types; the arrows choose, Enter opens. */
export function SearchPalette(props: { open: boolean; onOpenChange: (open: boolean) => void; words: PaletteWords }) {
  const { open, onOpenChange, words } = props;
  const [text, setText] = useState('');
  const answer = useAnswer(open ? text.trim() : '', words);
  const router = useRouter();
  const leave = (item: Found, { ctrlKey, metaKey }: MouseEvent) => {
    if (ctrlKey || metaKey) return void window.open(item.href, '_blank', 'noopener');
    onOpenChange(false);
    router.push(item.href);
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={(isOpen) => isOpen || setText('')}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-ink/30 dark:bg-paper/70" />
        <Dialog.Popup className="fixed inset-x-3 top-[12vh] z-50 mx-auto flex max-h-[70vh] max-w-xl flex-col rounded-md border border-rule bg-card shadow-lg outline-none">
          <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
          <Autocomplete.Root
            inline
            open
            items={answer.groups}
            mode="none"
            value={text}
            onValueChange={(value, details) => details.reason === 'item-press' || setText(value)}
            autoHighlight="always"
            itemToStringValue={(item: Found) => item.name}
          >
            <div className="flex items-center gap-3 border-b border-rule px-4">
              <Search size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-2" />
              <Autocomplete.Input
                aria-label={words.field}
                placeholder={words.hint}
                className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-2"
              />
            </div>
            <Autocomplete.List aria-label={words.results} className="min-h-0 overflow-y-auto overscroll-contain p-2">
              {(group: PaletteAnswer['groups'][number]) => (
                <Autocomplete.Group key={group.kind} items={group.items} className="mb-1">
                  <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-xs text-ink-2">
                    {group.title}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Found) => (
                      <Autocomplete.Item
                        key={item.href}
                        value={item}
                        onClick={(event) => leave(item, event.nativeEvent)}
                        className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 data-highlighted:bg-hover max-md:min-h-11"
                      >
                        <span className="min-w-0 flex-1">{item.name}</span>
                        <span className="shrink-0 text-xs text-ink-2">{item.detail}</span>
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <div className="flex flex-wrap justify-between gap-x-4 border-t border-rule px-4 py-2 text-xs text-ink-2">
            <p role="status">
              <Spoken words={answer.said} />
            </p>
            <p className="max-sm:hidden">{words.keys}</p>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The server's answer to the words; the last one stays until the next arrives. */
function useAnswer(text: string, words: PaletteWords): PaletteAnswer {
  const [answer, setAnswer] = useState<PaletteAnswer>({ groups: [], said: words.start });
  useEffect(() => {
    if (text === '') {
      setAnswer({ groups: [], said: words.start });
      return;
    }
    const leaving = new AbortController();
    const ask = async () => {
      try {
        const response = await fetch(withQuery(paths.findNames, { q: text }), { signal: leaving.signal });
        setAnswer(response.ok ? await response.json() : { groups: [], said: words.failed });
      } catch {
        if (!leaving.signal.aborted) setAnswer({ groups: [], said: words.failed });
      }
    };
    const timer = setTimeout(ask, pause);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [text, words]);
  return answer;
}
