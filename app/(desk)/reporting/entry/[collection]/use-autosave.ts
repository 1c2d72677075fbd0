'use client';

import { useCallback } from 'react';
import { type SaveState, useAutosaveOf } from '@/app/ui/grid/use-autosave';
import { draftedReturn } from './entry-drafts';
import { type FormOf, type SendWords, saveOnce } from './send-cells';
import type { CellStore } from './use-cells';

/** Saves the cells of a return by themselves, as every grid does. */
export function useAutosave(
  form: FormOf,
  store: CellStore,
  words: SendWords & { readonly leave: string; readonly savedAt: string | null },
): { state: SaveState; save: () => Promise<boolean> } {
  const { collectionId, unitCode, owner } = form;
  const { offline, unexpected } = words;
  const { latest, dispatch } = store;
  const send = useCallback(
    (isLeaving: boolean) =>
      saveOnce(
        { collectionId, unitCode, owner },
        { present: () => latest.current.cells, note: dispatch },
        { offline, unexpected },
        { isLeaving },
      ),
    [collectionId, unitCode, owner, dispatch, latest, offline, unexpected],
  );
  return useAutosaveOf({ name: draftedReturn(form).name, send }, store, words);
}
