import { dirtyCells } from '@/app/ui/grid/cells';
import type { Failure } from '@/app/ui/grid/failure';
import { ownerHeader, signInHeader } from '@/lib/access/words';
import { paths } from '@/lib/paths';
import type { Saved } from '@/lib/reporting/entry/words';
import { figureKey, keyOf } from '@/lib/reporting/figure-key';
import type { Cell, Cells, Step } from './cells';

/** The return of the form, and the owner of its page. */
export type FormOf = { readonly collectionId: string; readonly unitCode: string; readonly owner: string };

export type SendWords = { readonly offline: string; readonly unexpected: string };

/** The bytes that a browser sends after its page is gone. */
const mostAfterLeaving = 60_000;

/**
 * Sends cells and returns the server's answer, or why nothing was saved. An answer that speaks of none of the cells has
 * saved nothing. With `isLeaving` the browser finishes the request after the page is gone, with as many as it takes.
 */
export async function sendCells(
  { owner, ...which }: FormOf,
  dirty: readonly [string, Cell][],
  words: SendWords,
  { isLeaving = false } = {},
): Promise<Saved | Failure> {
  let size = 0;
  const cells = dirty.flatMap(([key, { entry, version }]) => {
    const figure = figureKey(key);
    size += 3 * JSON.stringify(entry).length + 200;
    return figure && (!isLeaving || size < mostAfterLeaving) ? [{ ...figure, version, entry }] : [];
  });
  try {
    const response = await fetch(paths.saveFigures, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', [ownerHeader]: owner },
      body: JSON.stringify({ ...which, cells }),
      keepalive: isLeaving,
    });
    const type = response.headers.get('content-type') ?? '';
    if ((response.ok || response.status === 409) && type.includes('json')) {
      const answer: Saved = await response.json();
      const told = new Set([...answer.saved, ...answer.conflicts].map(keyOf));
      if (cells.some((cell) => told.has(keyOf(cell)))) return answer;
      return { reason: words.unexpected, passes: false, mustSignIn: false };
    }
    const reason = type.startsWith('text/plain') ? await response.text() : words.unexpected;
    return { reason, passes: response.status > 501, mustSignIn: response.headers.has(signInHeader) };
  } catch {
    return { reason: words.offline, passes: true, mustSignIn: false };
  }
}

/** Sends what is not stored, and notes the answer in the cells; returns when it was stored, or why not all of it is. */
export async function saveOnce(
  form: FormOf,
  { present, note }: { present: () => Cells; note: (step: Step) => void },
  words: SendWords,
  { isLeaving = false } = {},
): Promise<{ readonly savedAt: Date } | Failure> {
  const dirty = dirtyCells(present());
  const sent = new Map(dirty.map(([key, { entry }]) => [key, entry]));
  note({ kind: 'sending', sent });
  const answer = await sendCells(form, dirty, words, { isLeaving });
  if ('reason' in answer) return answer;
  const { saved, conflicts, savedAt } = answer;
  note({ kind: 'saved', sent, versions: new Map(saved.map((one) => [keyOf(one), one.version])), conflicts });
  const told = new Set([...saved, ...conflicts].map(keyOf));
  const isWhole = isLeaving || [...sent.keys()].every((key) => told.has(key));
  return isWhole ? { savedAt: new Date(savedAt) } : { reason: words.unexpected, passes: false, mustSignIn: false };
}
