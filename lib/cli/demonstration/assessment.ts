import { eq } from 'drizzle-orm';
import { adjustment, scheme } from '@/db/schema/assessment';
import { advanceAdjustment } from '@/lib/assessment/ledger/advance-adjustment';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { revokeAdjustment } from '@/lib/assessment/ledger/revoke-adjustment';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { publishScheme } from '@/lib/assessment/schemes/publish-scheme';
import { reviseScheme } from '@/lib/assessment/schemes/revise-scheme';
import { analyseRun } from '@/lib/assessment/sensitivity/analyse-run';
import type { EntryState } from '@/lib/assessment/words';
import { type demonstrationSchemes, readDemonstrationScheme } from '@/lib/cli/shipped-schemes';
import { type PlayedEntry, safetyEntries, zoneEntries } from './entries';
import { type Month, momentIn, yearOf } from './months';
import { safetyYears } from './safety-years';
import { act, type Stage } from './stage';
import { assessedYears } from './zones';

const [first, second] = ['demo.office', 'demo.office2'] as const;
const zones = 'DEMO-ZONES';
const safety = 'DEMO-SAFETY';

/** A moment in February of the following year, or in March: when a year is assessed. */
const february = (year: number, day: number, hour: number) => momentIn((year + 1) * 12 + 1, day, hour);
const march = (year: number, day: number, hour: number) => momentIn(year * 12 + 2, day, hour);

/** Whether schemes of the demonstration exist; then they are left as people changed them. */
export async function isAssessed({ tx }: Pick<Stage, 'tx'>): Promise<boolean> {
  return (await tx.select().from(scheme).where(eq(scheme.isDemonstration, true)).limit(1)).length > 0;
}

/**
 * Plays three assessed years of the zones under two versions of their scheme, and one of safety: drafted by one person
 * of the office, published by the other, with ledger entries in between. Entries of the running year wait for a
 * decision.
 */
export async function playAssessment(stage: Stage, reported: Month): Promise<void> {
  const years = assessedYears(reported);
  await publish(stage, zones, 'zones-1', march(years[0], 1, 9), '第一版');
  for (const [at, year] of years.entries()) {
    if (at === 2) await publish(stage, zones, 'zones-2', march(year, 1, 9), '第二版：提高创新和绿色集约的分量');
    await enter(stage, zones, year, zoneEntries(at));
    await assessYear(stage, zones, at === 2 ? 2 : 1, year);
  }
  await enter(stage, zones, yearOf(reported), zoneEntries(3));
  const [, year] = safetyYears(reported);
  await publish(stage, safety, 'safety', march(year, 1, 14), '第一版');
  await enter(stage, safety, year, safetyEntries);
  await assessYear(stage, safety, 1, year);
  const revised = { code: safety, note: '第二版（拟）：调整过程与结果的比重' };
  await act(stage, first, reviseScheme, revised, february(year, 28, 9));
}

async function publish(
  stage: Stage,
  code: string,
  name: (typeof demonstrationSchemes)[number],
  at: Date,
  note: string,
): Promise<void> {
  await act(stage, first, importScheme, { code, document: readDemonstrationScheme(name), note }, at);
  await act(stage, second, publishScheme, { code, version: 1 }, new Date(at.getTime() + 3_600_000));
}

async function assessYear(stage: Stage, schemeCode: string, number: number, year: number): Promise<void> {
  const asked = { schemeCode, number, periodCode: `${year}`, deadlinePassed: true, note: `${year}年度考核` };
  const id = await act(stage, first, computeRun, asked, february(year, 25, 9));
  await act(stage, second, approveRun, { id, version: 1 }, february(year, 26, 9));
  await act(stage, first, publishRun, { id, version: 2 }, february(year, 27, 9));
  await act(stage, first, analyseRun, { id }, february(year, 27, 10));
}

const steps: readonly EntryState[] = ['proposed', 'reviewed', 'confirmed'];

/** Records a year's ledger entries; the second person advances each entry to its state. */
async function enter(stage: Stage, schemeCode: string, year: number, entries: readonly PlayedEntry[]): Promise<void> {
  for (const { unit, kind, node = '', rule = '', points = '', incident = '', to = 'confirmed', ...words } of entries) {
    const isOpen = to === 'provisional' || to === 'proposed';
    const at = isOpen ? stage.now : february(year, 22, 9);
    const happenedOn = isOpen ? '' : `${year}-${words.on}`;
    const entry = { unitCode: unit, kind, node, rule, points, incident, happenedOn };
    const { article, reason, evidence } = words;
    const told = { schemeCode, periodCode: `${year}`, ...entry, article, reason, evidence };
    const state = to === 'provisional' ? 'provisional' : 'proposed';
    const id = await act(stage, first, recordAdjustment, { ...told, state }, at);
    if (to === 'revoked') {
      const version = await versionOf(stage, id);
      const why = '经核实，情况与本单位无关。';
      await act(stage, second, revokeAdjustment, { id, version, reason: why }, february(year, 23, 9));
    }
    if (isOpen || to === 'revoked') continue;
    for (const next of steps.slice(1, steps.indexOf(to) + 1)) {
      const version = await versionOf(stage, id);
      await act(stage, second, advanceAdjustment, { id, version, to: next }, february(year, 23, 10));
    }
  }
}

async function versionOf({ tx }: Stage, id: string): Promise<number> {
  const [found] = await tx.select({ version: adjustment.version }).from(adjustment).where(eq(adjustment.id, id));
  return found?.version ?? 0;
}
