import type { PeerUnit } from '@/lib/observations/ranking/words';

/**
 * The highlighted units of a group: the one that is asked for, else home units, else units inside a home unit. None in a
 * group that is all at home.
 */
export function focalUnits(
  units: readonly PeerUnit[],
  homeUnits: readonly string[],
  asked?: string,
): ReadonlySet<string> {
  const isHome = (code: string | null) => homeUnits.some((home) => home === code);
  if (asked !== undefined && units.some(({ code }) => code === asked)) return new Set([asked]);
  const direct = units.filter(({ code }) => isHome(code));
  if (direct.length > 0) return new Set(direct.map(({ code }) => code));
  const within = units.filter(({ parentCode }) => isHome(parentCode));
  return new Set(within.length < units.length ? within.map(({ code }) => code) : []);
}
