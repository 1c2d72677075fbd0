'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { nameVisit, onTaken, placeOf } from '@/app/ui/forms/drafts';
import type { GridCell, KeptEntry, Texts, Theirs } from './cells';
import {
  type DraftedGrid,
  type GridDraft,
  gridDraftsLeft,
  isTakenUp,
  keepGridDraft,
  offeredCells,
  takeFromDraft,
} from './grid-drafts';
import { settled } from './use-autosave';

/** What an earlier visit left unsaved, offered to be taken up again. */
export type DraftOffer<Entry> = {
  /** The cells, with what was typed and what is stored. */
  readonly cells: readonly { readonly key: string; readonly typed: Entry; readonly stored: Entry }[];
  readonly restore: () => void;
  readonly discard: () => void;
};

type Cells<Entry extends Texts> = ReadonlyMap<string, GridCell<Entry, Theirs<Entry>>>;
type Store<Entry extends Texts> = {
  readonly cells: Cells<Entry>;
  readonly latest: RefObject<{ readonly cells: Cells<Entry> }>;
  readonly dispatch: (one: { kind: 'restore'; kept: ReadonlyMap<string, KeptEntry<Entry>> }) => void;
};

/**
 * Keeps in this browser what the server has not acknowledged, until it does; what an earlier visit left, after a crash,
 * a lost line or a reload, is offered where it may be written. Coming back, the grid waits for its own last save and
 * shows what is stored now.
 */
export function useGridDrafts<Entry extends Texts>(
  { owner, name }: DraftedGrid,
  store: Store<Entry>,
  writable: ReadonlySet<string>,
): DraftOffer<Entry> | null {
  const { cells, latest, dispatch } = store;
  const grid = useMemo(() => ({ owner, name }), [owner, name]);
  const visit = useRef('');
  const [left, setLeft] = useState<readonly GridDraft<Entry>[]>([]);
  const router = useRouter();
  useEffect(() => {
    let isHere = true;
    visit.current ||= nameVisit();
    void settled(grid.name).then((wasSaving) => {
      if (!isHere) return;
      if (wasSaving) router.refresh();
      setLeft(gridDraftsLeft<Entry>(grid, visit.current));
    });
    return () => {
      isHere = false;
    };
  }, [grid, router]);
  useEffect(() => keepGridDraft(grid, visit.current, cells), [cells, grid]);
  useEffect(
    () =>
      onTaken(
        grid.owner,
        () => placeOf(grid.name, visit.current),
        () => keepGridDraft(grid, visit.current, latest.current.cells),
      ),
    [grid, latest],
  );
  useEffect(
    // After the form is gone, its last save decides what is left to keep.
    () => () => void settled(grid.name).then(() => keepGridDraft(grid, visit.current, latest.current.cells)),
    [grid, latest],
  );
  useEffect(() => {
    // What was stored after all is no longer kept.
    for (const each of left) if (isTakenUp(each, cells)) takeFromDraft(grid, each, new Set(cells.keys()));
  }, [left, cells, grid]);
  const offer = useMemo(
    () =>
      left
        .map((each) => ({ each, offered: offeredCells(each, cells).filter(([key]) => writable.has(key)) }))
        .find(({ offered }) => offered.length > 0),
    [left, cells, writable],
  );
  if (!offer) return null;
  const decide = () => {
    takeFromDraft(grid, offer.each, new Set(cells.keys()));
    setLeft(left.filter((each) => each !== offer.each));
  };
  return {
    cells: offer.offered.flatMap(([key, { entry }]) => {
      const cell = cells.get(key);
      return cell ? [{ key, typed: entry, stored: cell.saved }] : [];
    }),
    restore: () => {
      dispatch({ kind: 'restore', kept: new Map(offer.offered) });
      decide();
    },
    discard: decide,
  };
}
