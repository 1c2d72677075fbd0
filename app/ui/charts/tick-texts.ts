import { writtenTicks } from '@/lib/dashboards/series/axis-ticks';
import { textWidth } from '@/lib/dashboards/series/text-width';
import type { ChartTick } from '@/lib/dashboards/series/words';
import { tickSize } from './series-tones';

/** The height of one line of periods under the plot. */
export const tickRoom = 26;
/** The room above the plot for the word at a break. */
export const breakRoom = 16;

/** The room above the plot for the words of notes. */
export const noteRoom = 16;

/** The approximate width of a text at the size of tick labels. */
export const widthOf = (text: string) => textWidth(text, tickSize);

/** The text of each tick: whole where all of them fit `spacing` pixels apart, else the short form. */
export function tickTexts(ticks: readonly ChartTick[], spacing: number): string[] {
  const whole = ticks.map(({ label }) => label);
  const fits = writtenTicks(whole.map(widthOf), spacing).length === whole.length;
  return fits ? whole : ticks.map(({ label, short }) => short ?? label);
}
