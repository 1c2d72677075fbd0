import type { Outcome, Peers, Prepared } from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import { noise } from '@/lib/statistics/noise';
import type { Deductions } from './schema';

type Entry = { readonly points: number; readonly incident: string };
type Counted = { readonly counted: readonly Entry[]; readonly notes: Note[] };

/**
 * 扣分: the full points less the deductions; a unit without entries keeps all. Letters of the unit, in points: asked (as
 * entered), deducted (by the incident rule, down to the floor).
 */
export function prepareDeductions(method: Deductions, peers: Peers): Prepared {
  return {
    basis: { terms: {}, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (unit) => deductionsOutcome(method, peers.weight, peers.entries(unit, 'deduction')),
  };
}

export function deductionsOutcome({ floor, incident }: Deductions, weight: number, entries: readonly Entry[]): Outcome {
  const asked = entries.reduce((sum, { points }) => sum + points, 0);
  const { counted, notes }: Counted = incident === 'all' ? { counted: entries, notes: [] } : heaviestEntries(entries);
  const sum = counted.reduce((total, { points }) => total + points, 0);
  const raw = 100 - (sum / weight) * 100;
  const share = Math.max(raw, floor);
  if (raw < floor - noise) notes.push({ kind: 'ledgerFloor', values: { deducted: sum, floor } });
  const deducted = share === raw ? sum : ((100 - share) / 100) * weight;
  return { share, terms: { asked, deducted }, ...(notes.length > 0 && { notes }) };
}

/** The heaviest entry of each incident. Entries without an incident all count. */
function heaviestEntries(entries: readonly Entry[]): Counted {
  const counted = entries.filter(({ incident }) => incident === '');
  const byIncident = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.incident !== '') byIncident.set(entry.incident, [...(byIncident.get(entry.incident) ?? []), entry]);
  }
  const notes: Note[] = [];
  for (const [incident, same] of [...byIncident].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const points = Math.max(...same.map((entry) => entry.points));
    counted.push({ incident, points });
    if (same.length > 1) notes.push({ kind: 'incidentHeaviest', values: { incident, points, count: same.length } });
  }
  return { counted, notes };
}
