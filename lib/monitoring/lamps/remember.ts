import type { JudgedLamp, Lamp } from './words';

/** The lamp of the month before, as far as a lamp depends on it. */
export type Before = Pick<Lamp, 'colour' | 'redInRow' | 'redInYear'>;

/**
 * A lamp with its memory: one that was red the month before and is judged green is yellow, since it has caught up; months
 * in red are counted, in a row over the turn of the year, and in the year.
 */
export function rememberedLamp(judged: JudgedLamp, before: Before | null, startsYear: boolean): Lamp {
  const isCaughtUp = judged.colour === 'green' && before?.colour === 'red';
  const isRed = judged.colour === 'red';
  const inYear = startsYear ? 0 : (before?.redInYear ?? 0);
  return {
    ...judged,
    colour: isCaughtUp ? 'yellow' : judged.colour,
    judged: judged.colour,
    isCaughtUp,
    redInRow: isRed ? (before?.redInRow ?? 0) + 1 : 0,
    redInYear: inYear + (isRed ? 1 : 0),
  };
}
