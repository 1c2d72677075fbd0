'use client';

import { useEffect } from 'react';

/** Puts the cursor into the field that the address names, as a link from the page before submission does. */
export function FocusOfAddress() {
  useEffect(() => {
    const follow = () => {
      const named = document.getElementById(window.location.hash.slice(1));
      if (named instanceof HTMLInputElement) named.focus();
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return null;
}
