'use client';

import { useRouter } from 'next/navigation';
import { type Dispatch, useCallback, useEffect, useRef, useState } from 'react';
import { ownerHeader } from '@/lib/access/words';
import { paths } from '@/lib/paths';
import type { Saved } from '@/lib/reporting/entry/words';
import { figureKey, keyOf } from '@/lib/reporting/figure-key';
import { dirtyCells, type Step } from './cells';
import type { CellStore } from './use-cells';

/** Milliseconds without typing until a save, and the longest wait of a typed text. */
const idle = 5000;
const longest = 20_000;

/** Milliseconds until another attempt after a save failed for want of a connection or a database. */
const again = 10_000;

export type SaveState =
  | { readonly kind: 'clean'; readonly at: string | null }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | ({ readonly kind: 'failed' } & Failure);

/** The return of the form, and the owner of its page. */
export type FormOf = { readonly collectionId: string; readonly unitCode: string; readonly owner: string };

/** Why a save failed, in words, and whether the cause may pass by itself. */
type Failure = { readonly reason: string; readonly passes: boolean };

/**
 * Saves the cells: some time after the last key, at the latest some time after the first, and before the page is left.
 * Unsaved cells stay in the page and are tried again. `save` resolves to whether all are saved.
 */
export function useAutosave(
  form: FormOf,
  { cells, latest, dispatch }: CellStore,
  words: { readonly offline: string; readonly leave: string; readonly savedAt: string | null },
): { state: SaveState; save: () => Promise<boolean> } {
  const { collectionId, unitCode, owner } = form;
  const [state, setState] = useState<SaveState>({ kind: 'clean', at: words.savedAt });
  const since = useRef(0);
  const running = useRef<Promise<boolean> | null>(null);
  const router = useRouter();

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current;
    const dirty = dirtyCells(latest.current);
    if (dirty.length === 0) return [...latest.current.values()].every(({ conflict }) => conflict === null);
    setState({ kind: 'saving' });
    running.current = send({ collectionId, unitCode, owner }, dirty, dispatch, words.offline).then((failure) => {
      running.current = null;
      since.current = 0;
      setState(failure === null ? { kind: 'clean', at: writtenNow() } : { kind: 'failed', ...failure });
      return failure === null;
    });
    return running.current;
  }, [collectionId, unitCode, owner, dispatch, latest, words.offline]);

  useEffect(() => {
    if (state.kind !== 'failed' || !state.passes) return;
    const timer = setTimeout(() => void save(), again);
    return () => clearTimeout(timer);
  }, [state, save]);

  const isDirty = dirtyCells(cells).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of a cell begins the pause anew
  useEffect(() => {
    if (!isDirty) return;
    if (since.current === 0) since.current = Date.now();
    setState((before) => (before.kind === 'clean' ? { kind: 'dirty' } : before));
    const pause = Math.max(0, Math.min(idle, since.current + longest - Date.now()));
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [isDirty, cells, save]);

  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    // Runs before the listener of the frame, which follows links without loading a page.
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || link.target || link.hash) return;
      event.preventDefault();
      event.stopPropagation();
      void save().then((isKept) => {
        if (isKept || confirm(words.leave)) router.push(link.pathname + link.search);
      });
    };
    addEventListener('beforeunload', warn);
    document.addEventListener('click', hold, true);
    return () => {
      removeEventListener('beforeunload', warn);
      document.removeEventListener('click', hold, true);
    };
  }, [isDirty, save, router, words.leave]);

  return { state, save };
}

/** Sends cells and returns the result, or the reason in words when nothing was saved. */
async function send(
  { owner, ...which }: FormOf,
  dirty: ReturnType<typeof dirtyCells>,
  dispatch: Dispatch<Step>,
  offline: string,
): Promise<Failure | null> {
  const sent = dirty.flatMap(([key, { entry, version }]) => {
    const figure = figureKey(key);
    return figure ? [{ ...figure, version, entry }] : [];
  });
  try {
    const response = await fetch(paths.saveFigures, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', [ownerHeader]: owner },
      body: JSON.stringify({ ...which, cells: sent }),
    });
    const isJson = response.headers.get('content-type')?.includes('json');
    if ((!response.ok && response.status !== 409) || !isJson)
      return { reason: await response.text(), passes: response.status === 503 };
    const { saved, conflicts }: Saved = await response.json();
    dispatch({
      kind: 'saved',
      sent: new Map(dirty.map(([key, { entry }]) => [key, entry])),
      versions: new Map(saved.map((one) => [keyOf(one), one.version])),
      conflicts,
    });
    return null;
  } catch {
    return { reason: offline, passes: true };
  }
}

function writtenNow(): string {
  return new Date().toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
