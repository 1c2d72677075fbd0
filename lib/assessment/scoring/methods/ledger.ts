import type { Method } from '@/lib/assessment/schemes/document/methods';
import type { Note } from '@/lib/assessment/words';
import { meanOf } from '@/lib/statistics/spread';
import { held, type Outcome, type Peers, type Prepared } from './peers';

type Of<K extends Method['kind']> = Extract<Method, { kind: K }>;
type Entry = { readonly points: number; readonly incident: string };
type Counted = { readonly counted: readonly Entry[]; readonly notes: Note[] };

const basis = { terms: {}, setBy: {}, notes: [] };

/** 扣分: the full points less what was deducted. Who has no entry keeps them all. */
export function deductions(method: Of<'deductions'>, peers: Peers): Prepared {
  return {
    basis,
    usesExtremes: false,
    of: (unit) => deductionsOutcome(method, peers.weight, peers.entries(unit, 'deduction')),
  };
}

export function deductionsOutcome(
  { floor, incident }: Of<'deductions'>,
  weight: number,
  entries: readonly Entry[],
): Outcome {
  const asked = entries.reduce((sum, { points }) => sum + points, 0);
  const { counted, notes }: Counted = incident === 'all' ? { counted: entries, notes: [] } : heaviest(entries);
  const sum = counted.reduce((total, { points }) => total + points, 0);
  const raw = 100 - (sum / weight) * 100;
  const share = Math.max(raw, floor);
  if (raw < floor - 1e-9) notes.push({ kind: 'ledgerFloor', values: { deducted: sum, floor } });
  const deducted = share === raw ? sum : ((100 - share) / 100) * weight;
  return { share, terms: { asked, deducted }, ...(notes.length > 0 && { notes }) };
}

/** Of the entries of one incident the heaviest counts. Those without an incident all do. */
function heaviest(entries: readonly Entry[]): Counted {
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

/** 加分: for each one counted, or what the ledger grants, up to the item's points. */
export function bonus({ from, pointsEach }: Of<'bonus'>, peers: Peers): Prepared {
  const shareOf = (points: number) => (points / peers.weight) * 100;
  return {
    basis,
    usesExtremes: false,
    of: (unit, x) => {
      if (from === 'value') return bonusOutcome(pointsEach, peers.weight, x);
      const granted = peers.entries(unit, 'bonus').reduce((sum, { points }) => sum + points, 0);
      return held(shareOf(granted), 0, 100, { granted });
    },
  };
}

export function bonusOutcome(pointsEach: number, weight: number, counted: number): Outcome {
  return held(((counted * pointsEach) / weight) * 100, 0, 100, { counted });
}

/** 评议: the trimmed mean of the scores entered; without any, the item's figure is the score. */
export function expert(method: Of<'expert'>, peers: Peers): Prepared {
  return {
    basis,
    usesExtremes: false,
    of: (unit, x) => {
      const scores = peers.entries(unit, 'score').map(({ points }) => points);
      return scores.length > 0
        ? expertOutcome(method, scores)
        : Number.isNaN(x)
          ? { share: null }
          : expertOutcome(method, [x]);
    },
  };
}

export function expertOutcome({ trim, outOf }: Of<'expert'>, scores: readonly number[]): Outcome {
  const ascending = [...scores].sort((a, b) => a - b);
  // At least one score remains.
  const trimmed = Math.min(trim, Math.floor((ascending.length - 1) / 2));
  const mean = meanOf(ascending.slice(trimmed, ascending.length - trimmed));
  const notes: Note[] = trimmed > 0 ? [{ kind: 'trimmed', values: { trimmed } }] : [];
  return held((mean / outOf) * 100, 0, 100, { count: ascending.length, mean, trimmed }, notes);
}
