'use client';

import { useEffect } from 'react';

/**
 * Brings the product's own Chinese face for a machine that has none. Its rules come after the page (a list of subsets too
 * long to wait for), and a browser with a Chinese font of its own downloads no face at all.
 */
export function WebFont() {
  useEffect(() => {
    void import('@fontsource-variable/noto-sans-sc/index.css');
  }, []);
  return null;
}
