import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { type Drawing, drawingOf } from './chart-drawing';

/** The event that loads every chart of the page, once the reader has one in view or presses the print shortcut. */
const fetchAll = 'baton:fetch-charts';

function afterwards(run: () => void) {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 500);
}

/**
 * The drawing of a chart, or null before it is loaded, which happens when the box comes near the viewport. After the
 * first chart the others are loaded in idle time, so that printing can draw them all at once.
 */
export function useDrawing(box: RefObject<HTMLElement | null>, spec: ChartSpec) {
  const [wanted, setWanted] = useState<'no' | 'fetched' | 'drawn'>('no');
  const [drawing, setDrawing] = useState<Drawing | 'failed' | null>(null);

  useEffect(() => {
    if (!box.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setWanted('drawn');
        observer.disconnect();
      },
      { rootMargin: '300px' },
    );
    observer.observe(box.current);
    const fetchToo = () => setWanted((now) => (now === 'no' ? 'fetched' : now));
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') fetchToo();
    };
    const onPrint = () => flushSync(() => setWanted('drawn'));
    window.addEventListener(fetchAll, fetchToo);
    window.addEventListener('keydown', onKey);
    window.addEventListener('beforeprint', onPrint);
    return () => {
      observer.disconnect();
      window.removeEventListener(fetchAll, fetchToo);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('beforeprint', onPrint);
    };
  }, [box]);

  useEffect(() => {
    if (wanted === 'no') return;
    let current = true;
    drawingOf(spec).then(
      (drawn) => {
        if (!current) return;
        setDrawing(() => drawn);
        afterwards(() => window.dispatchEvent(new Event(fetchAll)));
      },
      () => current && setDrawing('failed'),
    );
    return () => {
      current = false;
    };
  }, [wanted, spec]);

  return wanted === 'drawn' || drawing === 'failed' ? drawing : null;
}
