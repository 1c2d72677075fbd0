'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { finishAfterLeaving, leavingLink, settleOnLeaving } from '@/app/ui/forms/leaving';
import { writtenSecond } from '@/lib/i18n/moments';
import { dirtyCells, type GridCell, type Texts, type Theirs, unsavedCells } from './cells';
import { type Failure, isFailure } from './failure';

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

/** Saves of forms that were left, by name: who comes back to one waits for them. */
const leftSaves = new Map<string, Promise<unknown>>();

/** Resolves when the last save of a form that was left is answered, to whether there was one to wait for. */
export async function settled(name: string): Promise<boolean> {
  const last = leftSaves.get(name);
  await last;
  return last !== undefined;
}

type Cells = ReadonlyMap<string, GridCell<Texts, Theirs<Texts>>>;
type CellsNow = { readonly cells: Cells; readonly latest: RefObject<{ readonly cells: Cells }> };

const hasConflict = (cells: Cells) => [...cells.values()].some(({ conflict }) => conflict !== null);

/** The form: its name among those that were left, and how its cells are sent. `send` must stay the same function. */
type Form = {
  readonly name: string;
  readonly send: (isLeaving: boolean) => Promise<{ readonly savedAt: Date } | Failure>;
};

/**
 * Saves the cells: some time after the last key, at the latest some time after the first, when the line or the session
 * comes back, and when the page is left in any way. What the server refused is sent again only after a change or on
 * demand. `save` resolves to whether all are saved: a cell in a conflict is not, so that a link asks before it is followed.
 */
export function useAutosaveOf(
  { name, send }: Form,
  { cells, latest }: CellsNow,
  words: { readonly leave: string; readonly savedAt: string | null },
): { state: SaveState; save: () => Promise<boolean> } {
  const [state, setState] = useState<SaveState>({ kind: 'clean', at: words.savedAt });
  const since = useRef(0);
  const running = useRef<Promise<unknown> | null>(null);
  /** The cells that the server did not take, which are not sent again unchanged. */
  const refused = useRef<Cells | null>(null);
  const router = useRouter();

  const sendOnce = useCallback(
    async (isLeaving: boolean): Promise<boolean> => {
      setState({ kind: 'saving' });
      const answer = await send(isLeaving);
      since.current = 0;
      const isRefused = isFailure(answer);
      refused.current = isRefused && !answer.passes ? latest.current.cells : null;
      setState(
        isRefused ? { kind: 'failed', ...answer } : { kind: 'clean', at: writtenSecond(answer.savedAt).slice(11) },
      );
      return !isRefused && !hasConflict(latest.current.cells);
    },
    [latest, send],
  );

  const save = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    const { cells: present } = latest.current;
    if (dirtyCells(present).length === 0) return !hasConflict(present);
    const sending = sendOnce(false).finally(() => {
      running.current = null;
    });
    running.current = sending;
    return sending;
  }, [latest, sendOnce]);

  useEffect(() => {
    if (state.kind !== 'failed') return;
    const retry = () => void (document.visibilityState === 'visible' && save());
    const timer = state.passes ? setTimeout(save, again) : undefined;
    addEventListener('online', save);
    // Who signed in in another tab comes back to this one.
    if (state.mustSignIn) document.addEventListener('visibilitychange', retry);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', save);
      document.removeEventListener('visibilitychange', retry);
    };
  }, [state, save]);

  const isDirty = dirtyCells(cells).length > 0;
  useEffect(() => {
    if (!isDirty || cells === refused.current) return;
    if (since.current === 0) since.current = performance.now();
    setState((before) => (before.kind === 'clean' ? { kind: 'dirty' } : before));
    const pause = Math.max(0, Math.min(idle, since.current + longest - performance.now()));
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [isDirty, cells, save]);

  useEffect(() => {
    let left: Cells | null = null;
    const leave = () => {
      if (dirtyCells(latest.current.cells).length === 0 || latest.current.cells === left) return;
      void sendOnce(true);
      left = latest.current.cells;
    };
    // A page that is hidden may be ended without another event.
    const hide = () => void (document.visibilityState === 'hidden' && leave());
    const stop = settleOnLeaving(save);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      stop();
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      // Back and Forward take the form away without another event.
      const last = save().finally(() => leftSaves.get(name) === last && leftSaves.delete(name));
      leftSaves.set(name, last);
      finishAfterLeaving(last);
    };
  }, [name, latest, save, sendOnce]);

  const isUnsaved = unsavedCells(cells).length > 0;
  useEffect(() => {
    if (!isUnsaved) return;
    // Runs before the listener of the frame, which follows links without loading a page.
    const hold = (event: MouseEvent) => {
      const link = leavingLink(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      void save().then((isKept) => {
        if (isKept || confirm(words.leave)) router.push(link.pathname + link.search + link.hash);
      });
    };
    document.addEventListener('click', hold, true);
    return () => document.removeEventListener('click', hold, true);
  }, [isUnsaved, save, router, words.leave]);

  return { state, save };
}
