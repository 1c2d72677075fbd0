import { dirtyCells } from '@/app/ui/grid/cells';
import type { Failure } from '@/app/ui/grid/failure';
import { ownerHeader, signInHeader } from '@/lib/access/words';
import { placeOf, targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { mostTargets, type SavedTargets } from '@/lib/monitoring/targets/words';
import { paths } from '@/lib/paths';
import { sendable, type TargetCells, type TargetStep } from './cells';

/** The year of the grid, and the owner of its page. */
export type GridOf = { readonly year: number; readonly owner: string };
type SendWords = { readonly offline: string; readonly unexpected: string; readonly unread: string };

/** The cells that a browser sends after its page is gone, for want of room. */
const mostAfterLeaving = 400;

async function send(
  { year, owner }: GridOf,
  cells: readonly object[],
  words: SendWords,
  isLeaving: boolean,
): Promise<SavedTargets | Failure> {
  try {
    const response = await fetch(paths.saveTargets, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', [ownerHeader]: owner },
      body: JSON.stringify({ year, cells }),
      keepalive: isLeaving,
    });
    const type = response.headers.get('content-type') ?? '';
    if ((response.ok || response.status === 409) && type.includes('json')) return await response.json();
    const reason = type.startsWith('text/plain') ? await response.text() : words.unexpected;
    return { reason, passes: response.status > 501, mustSignIn: response.headers.has(signInHeader) };
  } catch {
    return { reason: words.offline, passes: true, mustSignIn: false };
  }
}

/**
 * Sends what is not stored and is a number, and notes the answer in the cells; returns when it was stored, or why not all
 * of it is: a text that is no number is not stored, the other target of its pair is.
 */
export async function saveTargetsOnce(
  grid: GridOf,
  { present, note }: { present: () => TargetCells; note: (step: TargetStep) => void },
  words: SendWords,
  isLeaving: boolean,
): Promise<{ readonly savedAt: Date } | Failure> {
  const dirty = sendable(present()).slice(0, isLeaving ? mostAfterLeaving : mostTargets);
  if (dirty.length === 0) return { reason: words.unread, passes: false, mustSignIn: false };
  const sent = new Map(dirty.map(({ key, entry }) => [key, entry]));
  note({ kind: 'sending', sent });
  const cells = dirty.flatMap(({ key, entry, cell: { version } }) => {
    const place = placeOf(key);
    return place ? [{ ...place, version, base: entry.base, stretch: entry.stretch }] : [];
  });
  const answer = await send(grid, cells, words, isLeaving);
  if ('reason' in answer) return answer;
  const { saved, conflicts, savedAt } = answer;
  note({ kind: 'saved', sent, versions: new Map(saved.map((one) => [targetKey(one), one.version])), conflicts });
  const isWhole = dirtyCells(present()).length === 0 || sendable(present()).length > 0;
  return isWhole ? { savedAt: new Date(savedAt) } : { reason: words.unread, passes: false, mustSignIn: false };
}
