'use client';

import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { useDrawing } from './use-drawing';

/** The reserved box of a chart. `children` is its content until the chart is drawn. */
export function ChartCanvas({
  spec,
  height,
  summary,
  failed,
  children,
}: {
  spec: ChartSpec;
  height: number;
  summary: string;
  failed: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const drawing = useDrawing(box, spec);

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const drawn = typeof drawing === 'function' && width > 0;
  return (
    <div
      ref={box}
      data-chart={drawn ? 'drawn' : 'waiting'}
      style={{ height, '--drawn': `${width}px` } as CSSProperties}
      className="relative select-none print:h-auto! print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_.recharts-wrapper]:max-w-(--drawn) print:[&_svg]:h-auto! print:[&_svg]:max-h-[150mm] [&_svg]:overflow-visible [&_svg:focus:not(:focus-visible)]:outline-none [&_svg:focus-visible]:outline-2 [&_svg:focus-visible]:outline-offset-2 [&_svg:focus-visible]:outline-sea"
    >
      {drawn ? drawing({ width, height, summary }) : children}
      {drawing === 'failed' && (
        <p role="status" className="absolute inset-x-0 top-1/2 -translate-y-1/2 text-center text-[13px] text-ink-2">
          {failed}
        </p>
      )}
    </div>
  );
}
