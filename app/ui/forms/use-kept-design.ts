'use client';

import { useEffect, useRef, useState } from 'react';
import { draftOf, forgetDraft, keepDraft } from './drafts';
import { usePageOwner } from './page-owner';
import type { DraftOffer } from './use-typed-draft';

type Design = { readonly document: unknown; readonly note: string; readonly version: number };

/** Milliseconds after the last key until the design is kept; a whole document is too much for every key. */
const pause = 300;

function keepDesign(owner: string, name: string, { document, note, version }: Design): void {
  keepDraft(owner, name, { content: { document, note, version }, version: `${version}` });
}

/**
 * Keeps a changed design in this browser until it is saved, however the page is left, and offers what an earlier visit
 * left.
 */
export function useKeptDesign(
  name: string,
  design: Design & { readonly isDirty: boolean },
  restore: (kept: Design) => void,
): DraftOffer | null {
  const owner = usePageOwner();
  const { document, note, version, isDirty } = design;
  const [earlier, setEarlier] = useState<Design | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page is opened
  useEffect(() => {
    const kept = draftOf<Design>(owner, name)?.content ?? null;
    setEarlier(kept && JSON.stringify([kept.document, kept.note]) !== JSON.stringify([document, note]) ? kept : null);
  }, []);
  useEffect(() => {
    // What was left is kept as long as it is offered and nothing new is written.
    if (earlier === undefined || (earlier && !isDirty)) return;
    if (!isDirty) return forgetDraft(owner, name);
    const timer = setTimeout(() => keepDesign(owner, name, { document, note, version }), pause);
    return () => clearTimeout(timer);
  }, [document, note, version, isDirty, earlier, owner, name]);
  const latest = useRef(design);
  useEffect(() => {
    latest.current = design;
  });
  useEffect(() => {
    const leave = () => {
      const { isDirty: isOpen, ...left } = latest.current;
      if (isOpen) keepDesign(owner, name, left);
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [owner, name]);
  if (!earlier) return null;
  return {
    isMoved: earlier.version !== version,
    restore: () => {
      restore(earlier);
      setEarlier(null);
    },
    discard: () => {
      forgetDraft(owner, name);
      setEarlier(null);
    },
  };
}
