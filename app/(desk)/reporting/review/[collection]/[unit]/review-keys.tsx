'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { onwardId, whyNot } from './named-parts';

type Key = 'next' | 'previous' | 'approve' | 'giveBack' | 'select' | 'onward' | 'help';
/** Ctrl+Enter belongs to the forms themselves, and works with the single keys turned off. */
type Shown = Key | 'send';
const all: readonly (readonly [key: Shown, ...names: string[]])[] = [
  ['next', 'J', '↓'],
  ['previous', 'K', '↑'],
  ['approve', 'A'],
  ['giveBack', 'R'],
  ['send', 'Ctrl+Enter'],
  ['select', 'X', 'Space'],
  ['onward', 'N'],
  ['help', '?'],
];
const meanings: Readonly<Record<string, Key>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'approve',
  r: 'giveBack',
  x: 'select',
  n: 'onward',
  ' ': 'select',
  '?': 'help',
  '？': 'help',
};
const store = 'review-keys';

/** The shortcut of a pressed key; null while the user types or uses a control that needs the key itself. */
function pressedKey(event: KeyboardEvent): Key | null {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) {
    return null;
  }
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const typing = target.matches('textarea, select, [contenteditable], input:not([type="checkbox"])');
  const key = meanings[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
  const takesSpace = event.key === ' ' && target.matches('button, summary, input');
  return typing || takesSpace ? null : key;
}

/**
 * The keyboard shortcuts of the review, with a list of them and a switch that turns them off. A newly shown figure
 * takes the focus, so that an action never leaves the focus at the top of the page.
 */
export function ReviewKeys(props: {
  /** The chosen figure, with its version. */
  word: string;
  previous: string | null;
  next: string | null;
  /** Whether the page has a link to the next indicator. */
  hasOnward?: boolean;
  words: { title: string; on: string; help: Readonly<Record<Shown, string>> };
}) {
  const { word, previous, next, words } = props;
  const shown = all.filter(([key]) => key !== 'onward' || props.hasOnward);
  const router = useRouter();
  const [isOn, setOn] = useState(true);
  const [isOpen, setOpen] = useState(false);
  const before = useRef(word);
  const list = useRef<HTMLDetailsElement>(null);
  useEffect(() => setOn(localStorage.getItem(store) !== 'off'), []);

  useEffect(() => {
    if (before.current === word) return;
    before.current = word;
    const isWide = matchMedia('(min-width: 1024px)').matches;
    document.getElementById('detail-heading')?.focus({ preventScroll: true });
    // The pane scrolls by itself: name and number of the figure are at its top.
    document.getElementById('detail')?.scrollTo({ top: 0 });
    const row = document.querySelector('[data-focus]');
    if (isWide) row?.scrollIntoView({ block: 'nearest' });
    else document.getElementById('detail')?.scrollIntoView();
  }, [word]);

  // The list opens below the window: it is shown, and takes the focus.
  useEffect(() => {
    if (!isOpen) return;
    list.current?.scrollIntoView({ block: 'nearest' });
    list.current?.querySelector('summary')?.focus({ preventScroll: true });
  }, [isOpen]);

  // A row lights up as a whole, and a click anywhere in it chooses its figure.
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target || event.defaultPrevented || target.closest('a, button, input, label, select, summary')) return;
      const isMarking = (getSelection()?.toString() ?? '') !== '';
      if (!isMarking) target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-chooses]')?.click();
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);

  useEffect(() => {
    if (!isOn) return;
    const go = (to: string | null) => to && router.push(to, { scroll: false });
    // Where there is no decision to make, the reason is read and seen.
    const explain = () => document.getElementById(whyNot)?.focus();
    const acts: Readonly<Record<Key, () => void>> = {
      next: () => go(next),
      previous: () => go(previous),
      approve: () => {
        const form = document.getElementById('approve');
        if (form instanceof HTMLFormElement && !form.querySelector('[aria-disabled="true"]')) form.requestSubmit();
        if (!form) explain();
      },
      giveBack: () => {
        const reason = document.getElementById('field-return-reason');
        if (reason) reason.focus();
        else explain();
      },
      select: () => document.querySelector<HTMLInputElement>('[data-focus] input[name="figures"]')?.click(),
      onward: () => document.getElementById(onwardId)?.click(),
      help: () => setOpen((open) => !open),
    };
    const onKey = (event: KeyboardEvent) => {
      const key = pressedKey(event);
      if (!key || (event.repeat && key !== 'next' && key !== 'previous')) return;
      event.preventDefault();
      acts[key]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, next, previous, router]);

  return (
    <details
      ref={list}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="mt-3 text-table text-ink-2 max-lg:hidden"
      data-chrome
    >
      <summary className="inline-flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 rounded-sm">
        {words.title}
        {shown.map(([key, name]) => (
          <span key={key} className="inline-flex items-center gap-1">
            <kbd className="rounded-sm border border-rule bg-card px-1.5 text-xs">{name}</kbd>
            {words.help[key]}
          </span>
        ))}
      </summary>
      <dl className="mt-1 grid max-w-md grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {shown.map(([key, ...names]) => (
          <div key={key} className="contents">
            <dt className="flex gap-1">
              {names.map((name) => (
                <kbd key={name} className="rounded-sm border border-rule bg-card px-1.5 text-xs">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{words.help[key]}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-2 inline-flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setOn(event.currentTarget.checked);
            localStorage.setItem(store, event.currentTarget.checked ? 'on' : 'off');
          }}
          className="size-4 accent-sea"
        />
        {words.on}
      </label>
    </details>
  );
}
