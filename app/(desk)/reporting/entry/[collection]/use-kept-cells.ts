'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { draftOf, forgetDraft, keepDraft } from '@/app/ui/forms/drafts';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { type Cells, differs, type KeptCell } from './cells';
import type { FormOf } from './send-cells';
import { settled } from './use-autosave';
import type { CellStore } from './use-cells';

type Kept = Readonly<Record<string, KeptCell>>;

/** What an earlier visit left unsaved, offered to be taken up again. */
export type KeptOffer = { readonly count: number; readonly restore: () => void; readonly discard: () => void };

/** The entries that the server has not acknowledged. */
function unsaved(cells: Cells): Kept {
  const open = [...cells].filter(([, { entry, saved }]) => differs(entry, saved));
  return Object.fromEntries(open.map(([key, { entry, version }]) => [key, { entry, version }]));
}

function keep(owner: string, name: string, content: Kept): void {
  if (Object.keys(content).length === 0) forgetDraft(owner, name);
  else keepDraft(owner, name, { content, version: '' });
}

/**
 * Keeps in this browser what the server has not acknowledged, until it does; what an earlier visit left, after a crash
 * or a lost line, is offered. Coming back, the form waits for its own last save and shows what is stored now.
 */
export function useKeptCells(form: FormOf, figures: readonly FormFigure[], store: CellStore): KeptOffer | null {
  const { cells, latest, dispatch } = store;
  const { owner, collectionId, unitCode } = form;
  const name = `entry ${collectionId} ${unitCode}`;
  const [earlier, setEarlier] = useState<Kept | null>(null);
  const router = useRouter();
  useEffect(() => {
    let isHere = true;
    void settled({ owner, collectionId, unitCode }).then(() => {
      if (!isHere) return;
      router.refresh();
      setEarlier(draftOf<Kept>(owner, name)?.content ?? {});
    });
    return () => {
      isHere = false;
    };
  }, [owner, collectionId, unitCode, name, router]);
  useEffect(() => {
    if (!earlier) return;
    keep(owner, name, { ...earlier, ...unsaved(cells) });
    // After the form is gone, its last save decides what is left to keep.
    return () =>
      void settled({ owner, collectionId, unitCode }).then(() =>
        keep(owner, name, { ...earlier, ...unsaved(latest.current.cells) }),
      );
  }, [cells, latest, earlier, owner, collectionId, unitCode, name]);
  const offered = useMemo(() => {
    const writable = new Set(figures.filter(({ canWrite }) => canWrite).map(keyOf));
    return Object.entries(earlier ?? {}).filter(([key, { entry }]) => {
      const cell = cells.get(key);
      return cell && writable.has(key) && differs(entry, cell.entry) && differs(entry, cell.saved);
    });
  }, [earlier, cells, figures]);
  if (offered.length === 0) return null;
  return {
    count: offered.length,
    restore: () => {
      dispatch({ kind: 'restore', kept: new Map(offered) });
      setEarlier({});
    },
    discard: () => setEarlier({}),
  };
}
