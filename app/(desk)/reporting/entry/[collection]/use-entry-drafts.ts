'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { nameVisit } from '@/app/ui/forms/drafts';
import { settled } from '@/app/ui/grid/use-autosave';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { type EntryDraft, entryDraftsLeft, forgetEntryDraft, keepEntryDraft, offeredCells } from './entry-drafts';
import type { FormOf } from './send-cells';
import { nameOfForm } from './use-autosave';
import type { CellStore } from './use-cells';

/** What an earlier visit left unsaved, offered to be taken up again. */
export type EntryDraftOffer = {
  /** The figures, with what was typed and what is stored. */
  readonly cells: readonly { readonly key: string; readonly typed: string; readonly stored: string }[];
  readonly restore: () => void;
  readonly discard: () => void;
};

/**
 * Keeps in this browser what the server has not acknowledged, until it does; what an earlier visit left, after a crash
 * or a lost line, is offered. Coming back, the form waits for its own last save and shows what is stored now.
 */
export function useEntryDrafts(form: FormOf, figures: readonly FormFigure[], store: CellStore): EntryDraftOffer | null {
  const { cells, latest, dispatch } = store;
  const { owner, collectionId, unitCode } = form;
  const one = useMemo(() => ({ owner, collectionId, unitCode }), [owner, collectionId, unitCode]);
  const visit = useRef('');
  const [left, setLeft] = useState<readonly EntryDraft[]>([]);
  const router = useRouter();
  useEffect(() => {
    let isHere = true;
    visit.current ||= nameVisit();
    void settled(nameOfForm(one)).then((wasSaving) => {
      if (!isHere) return;
      if (wasSaving) router.refresh();
      setLeft(entryDraftsLeft(one, visit.current));
    });
    return () => {
      isHere = false;
    };
  }, [one, router]);
  useEffect(() => keepEntryDraft(one, visit.current, cells), [cells, one]);
  useEffect(
    // After the form is gone, its last save decides what is left to keep.
    () => () => void settled(nameOfForm(one)).then(() => keepEntryDraft(one, visit.current, latest.current.cells)),
    [one, latest],
  );
  useEffect(() => {
    // What was stored after all is no longer kept.
    for (const each of left) if (offeredCells(each, cells).length === 0) forgetEntryDraft(one, each);
  }, [left, cells, one]);
  const offer = useMemo(() => {
    const writable = new Set(figures.filter(({ canWrite }) => canWrite).map(keyOf));
    return left
      .map((each) => ({ each, offered: offeredCells(each, cells).filter(([key]) => writable.has(key)) }))
      .find(({ offered }) => offered.length > 0);
  }, [left, cells, figures]);
  if (!offer) return null;
  const decide = () => {
    forgetEntryDraft(one, offer.each);
    setLeft(left.filter((each) => each !== offer.each));
  };
  return {
    cells: offer.offered.map(([key, { entry }]) => ({
      key,
      typed: entry.typed,
      stored: cells.get(key)?.saved.typed ?? '',
    })),
    restore: () => {
      dispatch({ kind: 'restore', kept: new Map(offer.offered) });
      decide();
    },
    discard: decide,
  };
}
