import type { ChartSeries } from '@/lib/dashboards/series/words';

/** The properties of a drawing besides its spec: the box in pixels, and the sentence for screen readers. */
export type ChartBox<Spec> = {
  readonly spec: Spec;
  readonly width: number;
  readonly height: number;
  readonly summary: string;
};

/** Font sizes in charts, in pixels; text widths are computed with the same numbers. */
export const nameSize = 13;
export const tickSize = 12;

const palette = [
  'text-series-1',
  'text-series-2',
  'text-series-3',
  'text-series-4',
  'text-series-5',
  'text-series-6',
  'text-series-7',
  'text-series-8',
];

export type Tone = {
  /** Sets `currentColor` for the marks. */
  readonly mark: string;
  readonly name: string;
  readonly strokeWidth: number;
  readonly opacity: number;
};

const focalTone: Tone = { mark: 'text-sea', name: 'fill-sea font-semibold', strokeWidth: 2.5, opacity: 1 };
const peerTone: Tone = { mark: 'text-peer', name: 'fill-ink-2', strokeWidth: 1.5, opacity: 1 };
const targetTone: Tone = { mark: 'text-ink-2', name: 'fill-ink-2', strokeWidth: 1.5, opacity: 1 };

/** The tone of one of several lines in front, by its position among them; grey for a line that is not. */
function frontTone(at: number): Tone {
  if (at < 0) return peerTone;
  return at === 0 ? focalTone : { ...focalTone, mark: palette[at] ?? 'text-ink', name: 'fill-ink font-semibold' };
}

/** The most lines that colours alone tell apart; of more, one is in sea and the others are grey. */
const mostColours = 6;

/** The colour of a line that is brought to the front: a grey one turns to ink. */
export const frontMark = (tone: Tone | undefined) => (tone === peerTone ? 'text-ink' : (tone?.mark ?? ''));

/**
 * The colours of lines: the focal one in sea and all others grey; without a focal one, each its own, or of many lines the
 * first in sea. A dashed line is never coloured.
 */
export function tonesOf(series: readonly ChartSeries[]): Tone[] {
  const measured = series.filter(({ dashed }) => !dashed);
  const focals = series.filter(({ focal }) => focal);
  const inFront = focals.length > 0 ? focals : measured.slice(0, measured.length > mostColours ? 1 : 0);
  return series.map((line) => {
    if (line.dashed) return targetTone;
    if (measured.length === 1) return focalTone;
    if (inFront.length > 0) return frontTone(inFront.indexOf(line));
    const mark = palette[measured.indexOf(line) % palette.length] ?? 'text-series-8';
    return { mark, name: 'fill-ink', strokeWidth: 2, opacity: 1 };
  });
}
