'use client';

import { useMemo } from 'react';
import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { curveOf } from '@/lib/assessment/schemes/designer/method-curve';
import { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { plainNumber } from '@/lib/assessment/schemes/methods/written-number';
import { decimalOf } from '@/lib/statistics/numbers';
import { useDesign } from './design-context';

const [width, height] = [420, 190];
const inner = { left: 44, right: 12, top: 12, bottom: 26 };

/** The points by value, as a curve and in a few numbers. Nothing while the item is incomplete. */
export function CurveView({ node }: { node: unknown }) {
  const { t } = useDesign();
  const item = useMemo(() => {
    const read = SchemeItem.safeParse(node);
    return read.success ? read.data : null;
  }, [node]);
  const curve = useMemo(() => item && curveOf(item), [item]);
  if (!item) return null;
  if (!curve) {
    return isBlend(item.method) ? <p className="mt-3 text-xs text-ink-2">{t('design.curveNone')}</p> : null;
  }
  const { points, axis, isSample } = curve;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(0, ...ys), Math.max(item.weight, ...ys)];
  const x = (value: number) => inner.left + ((value - left) / (right - left)) * (width - inner.left - inner.right);
  const y = (value: number) =>
    height - inner.bottom - ((value - low) / (high - low || 1)) * (height - inner.top - inner.bottom);
  const told = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const point = points[Math.round(part * (points.length - 1))];
    return point ? [point] : [];
  });
  const shortNumber = (value: number) => plainNumber(Number(decimalOf(value, 2)));
  return (
    <figure className="mt-4 border-t border-rule pt-3">
      <figcaption className="mb-1 text-xs leading-5 text-ink-2">
        <span className="font-medium text-ink">{t('design.curve')}</span>{' '}
        {axis === 'place'
          ? t('design.curvePlace')
          : axis === 'deducted'
            ? t('design.curveDeducted')
            : t('design.curveLead', { full: shortNumber(item.weight) })}{' '}
        {isSample && t('design.curveSample')}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto w-full max-w-md text-xs"
        role="img"
        aria-label={t('design.curve')}
      >
        {[0, item.weight / 2, item.weight].map((tick) => (
          <g key={tick}>
            <line x1={inner.left} x2={width - inner.right} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
            <text x={inner.left - 6} y={y(tick) + 4} textAnchor="end" fill="var(--ink-2)" fontSize="11">
              {shortNumber(tick)}
            </text>
          </g>
        ))}
        {[left, (left + right) / 2, right].map((tick, nth) => (
          <text
            key={tick}
            x={x(tick)}
            y={height - 8}
            textAnchor={nth === 0 ? 'start' : nth === 1 ? 'middle' : 'end'}
            fill="var(--ink-2)"
            fontSize="11"
          >
            {shortNumber(tick)}
          </text>
        ))}
        <polyline
          points={points.map(([px, py]) => `${shortNumber(x(px))},${shortNumber(y(py))}`).join(' ')}
          fill="none"
          stroke="var(--sea)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-2">
        {told.map(([px, py]) => (
          <li key={px} className="tabular-nums">
            {t('design.curveTable', { x: shortNumber(px), points: shortNumber(py) })}
          </li>
        ))}
      </ul>
    </figure>
  );
}
