'use client';

import { useCallback, useEffect, useRef } from 'react';
import { type AfterPress, afterPress } from './after-press';

/** Work that moves the page, as a function that leaves the press going on its click. `work` must stay the same. */
export function useAfterPress(work: () => void): () => void {
  const press = useRef<AfterPress | null>(null);
  useEffect(() => {
    const one = afterPress(document);
    press.current = one;
    return () => {
      press.current = null;
      one.stop();
    };
  }, []);
  return useCallback(() => (press.current ? press.current.run(work) : work()), [work]);
}
