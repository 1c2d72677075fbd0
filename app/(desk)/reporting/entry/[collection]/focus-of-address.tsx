'use client';

import { useEffect } from 'react';
import { takeKeyboardArrival } from '@/app/ui/forms/arrival';

/** Screens of a keyboard: on a telephone a focus would open one over the page. */
const hasKeyboard = '(min-width: 768px) and (any-hover: hover)';

/**
 * Puts the cursor into the field that the address names, as a link from the page before submission does; else, where a
 * key led here, into the first figure to fill in, at the place `first`.
 */
export function FocusOfAddress({ first }: { first: number }) {
  useEffect(() => {
    const follow = () => {
      const named = document.getElementById(window.location.hash.slice(1));
      if (named instanceof HTMLInputElement || named instanceof HTMLTextAreaElement) named.focus();
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  // Once, on arrival: what is filled in later must not move the cursor.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!takeKeyboardArrival() || window.location.hash || !matchMedia(hasKeyboard).matches) return;
    document.getElementById(`figure-${first}`)?.focus();
  }, []);
  return null;
}
