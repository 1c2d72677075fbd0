'use client';

import { useEffect } from 'react';

/**
 * Loads the product's own Chinese font for a machine without one. Its rules are loaded after the page (a list of
 * subsets too long to wait for), and a browser with a Chinese font of its own downloads none.
 */
export function WebFont() {
  useEffect(() => {
    void import('@fontsource-variable/noto-sans-sc/index.css');
  }, []);
  return null;
}
