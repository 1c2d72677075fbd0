import type { PeerUnit } from '@/lib/observations/ranking/words';

/** The highlighted units of a group: home units, else units inside a home unit. None in a group that is all at home. */
export function focalUnits(units: readonly PeerUnit[], homeUnits: readonly string[]): ReadonlySet<string> {
  const isHome = (code: string | null) => homeUnits.some((home) => home === code);
  const direct = units.filter(({ code }) => isHome(code));
  if (direct.length > 0) return new Set(direct.map(({ code }) => code));
  const within = units.filter(({ parentCode }) => isHome(parentCode));
  return new Set(within.length < units.length ? within.map(({ code }) => code) : []);
}
