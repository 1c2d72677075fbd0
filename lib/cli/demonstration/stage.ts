import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import type { Tx } from '@/db/client';
import { submission, submissionValue } from '@/db/schema/reporting';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import type { FigureEntry } from '@/lib/reporting/words';
import { entriesOf, type Item } from './asked';

/** The setting of the demonstration: its people by username, and one transaction for all their commands. */
export type Stage = { readonly tx: Tx; readonly people: ReadonlyMap<string, Principal>; readonly now: Date };

/** An opened collection with its items. */
export type Opened = { readonly id: string; readonly items: readonly Item[] };

/** Performs a command of a person at a moment, with all usual checks. */
export async function act<Input extends z.ZodType, Result>(
  { tx, people }: Stage,
  username: string,
  command: Command<Input, Result>,
  input: z.input<Input>,
  at: Date,
): Promise<Result> {
  const principal = people.get(username);
  if (!principal) throw new Error(`nobody is called ${username}`);
  return perform(command, principal, input, { now: at, database: tx });
}

const own: Readonly<Record<string, readonly [reporter: string, reviewer: string]>> = {
  'DEMO-JIA': ['demo.reporter', 'demo.unit'],
  'DEMO-YI': ['demo.reporter2', 'demo.unit2'],
};
const wordOf = (unit: string) => unit.replace('DEMO-', '').toLowerCase();
export const reporterOf = (unit: string) => own[unit]?.[0] ?? `demo.${wordOf(unit)}.reporter`;
export const reviewerOf = (unit: string) => own[unit]?.[1] ?? `demo.${wordOf(unit)}.unit`;

/** Writes the figures of some indicators, or of all, as the unit's reporter, with the given oddities. */
export async function fill(
  stage: Stage,
  { id, items }: Opened,
  unit: string,
  at: Date,
  {
    only,
    odd = {},
  }: { only?: readonly string[]; odd?: Readonly<Record<string, (entry: FigureEntry) => Partial<FigureEntry>>> } = {},
): Promise<void> {
  const cells = entriesOf(unit, items)
    .filter(({ indicatorCode }) => !only || only.includes(indicatorCode))
    .map((cell) => ({
      indicatorCode: cell.indicatorCode,
      periodCode: cell.periodCode,
      version: 0,
      entry: { ...cell.entry, ...odd[`${cell.indicatorCode} ${cell.periodCode}`]?.(cell.entry) },
    }));
  await act(stage, reporterOf(unit), saveFigures, { collectionId: id, unitCode: unit, cells }, at);
}

export async function submit(stage: Stage, { id }: Opened, unit: string, at: Date): Promise<void> {
  const [found] = await stage.tx
    .select({ version: submission.version })
    .from(submission)
    .where(and(eq(submission.orgUnitCode, unit), eq(submission.collectionId, id)));
  await act(
    stage,
    reporterOf(unit),
    submitReturn,
    { collectionId: id, unitCode: unit, version: found?.version ?? 0 },
    at,
  );
}

/** The figures of a return that wait for a level of review, as a reviewer sees them. */
export async function waitingFigures({ tx }: Stage, { id }: Opened, unit: string) {
  return tx
    .select({
      indicatorCode: submissionValue.indicatorCode,
      periodCode: submissionValue.periodCode,
      version: submissionValue.version,
      value: submissionValue.value,
      worst: submissionValue.worst,
    })
    .from(submissionValue)
    .where(
      and(
        eq(submissionValue.orgUnitCode, unit),
        eq(submissionValue.collectionId, id),
        eq(submissionValue.state, 'submitted'),
      ),
    );
}

/** Approves all waiting figures as a reviewer: flagged ones one by one, the others at once. */
export async function approve(
  stage: Stage,
  opened: Opened,
  unit: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const figures = await waitingFigures(stage, opened, unit);
  const clean = figures.filter(({ worst }) => worst === 9);
  const rounds = [clean, ...figures.filter(({ worst }) => worst < 9).map((figure) => [figure])];
  for (const round of rounds.filter(({ length }) => length > 0)) {
    const asked = round.map(({ indicatorCode, periodCode, version }) => ({ indicatorCode, periodCode, version }));
    await act(stage, by, approveFigures, { collectionId: opened.id, unitCode: unit, figures: asked }, at);
  }
}
