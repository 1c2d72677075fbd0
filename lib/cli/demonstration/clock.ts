/** Days relative to a moment, in Shanghai. */
export type Clock = {
  /** The day a number of days later, `2026-10-15`. */
  readonly day: (after: number) => string;
  /** An hour of the day a number of days later. */
  readonly at: (after: number, hour: number) => Date;
};

export function clockAt(now: Date): Clock {
  const day = (after: number) =>
    new Date(now.getTime() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10);
  return { day, at: (after, hour) => new Date(`${day(after)}T${`${hour}`.padStart(2, '0')}:00:00+08:00`) };
}
