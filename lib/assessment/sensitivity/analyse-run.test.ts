import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { run } from '@/db/schema/assessment';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { storedRun } from '@/lib/assessment/runs/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import {
  firstOffice,
  inventedDocument,
  inventedFigures,
  inventedRun,
  someone,
  storedScheme,
} from '@/lib/testing/invented-run';
import { analyseRun } from './analyse-run';
import { extentOf, movesOf } from './moves';
import { draftWithWeights, measuresOf, runChoices, runHead, runRows, schemeAtWork } from './queries';
import { analysisTerms } from './words';

checkSettings();
const { database, sql } = await testDatabase();
const now = new Date('2026-02-10T09:00:00+08:00');
const analyse = (id: string, principal = firstOffice) => perform(analyseRun, principal, { id }, { now, database });
const row = async (id: string) => (await database.select().from(run).where(eq(run.id, id)))[0];
const visitor = anonymousPrincipal();
const reader = someone('reader', 'leader');
const reporter = someone('reporter', 'reporter');

beforeAll(async () => {
  await inventedFigures(database);
  await storedScheme(database, inventedDocument());
});

describe('analysing a run', () => {
  test('stores its robustness, once, with one event; its results and its fingerprint stay', async () => {
    const id = await inventedRun(database);
    const before = await row(id);
    await analyse(id);
    const after = await row(id);
    expect(after?.robustness).toMatchObject(analysisTerms);
    expect(after?.robustness?.intervals).toHaveLength(5);
    expect(after?.robustness?.withoutItem.map(({ item }) => item)).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect({ ...after, robustness: null }).toEqual(before);
    const stored = await database.transaction((tx) => storedRun(tx, firstOffice, id));
    expect(stored && recomputeRun(stored).sha256).toBe(before?.sha256);
    const events = await database.select().from(auditEvent).orderBy(desc(auditEvent.seq));
    expect(events[0]).toMatchObject({ command: 'run.analyse', actor: firstOffice.userId });
    expect(events[0]?.changes).toContain(`run/${id}`);
    await analyse(id);
    expect(await database.select().from(auditEvent)).toHaveLength(events.length);
    expect((await row(id))?.robustness).toEqual(after?.robustness);
  });

  test('is refused for other roles than the office, and for an unknown run', async () => {
    const id = await inventedRun(database, { state: 'trial' });
    for (const role of accountRoles.filter((one) => one !== 'assessmentOffice'))
      expect(await refusalOf(analyse(id, someone(role, role)))).toBe('forbidden command');
    expect(await refusalOf(analyse(id, visitor))).toBe('forbidden command');
    expect(await refusalOf(analyse('nothing'))).toBe('notFound sensitivity.refusals.noRun');
    expect((await row(id))?.robustness).toBeNull();
  });

  test('is refused for a superseded run', async () => {
    const old = await inventedRun(database);
    await inventedRun(database);
    expect(await row(old)).toMatchObject({ state: 'superseded', robustness: null });
    expect(await refusalOf(analyse(old))).toBe('conflict sensitivity.refusals.superseded');
  });

  test('is refused for a run so large that others would wait for it', async () => {
    const id = await inventedRun(database, { state: 'trial' });
    await sql`alter table run disable trigger user`;
    await sql`update run set units = 5001 where id = ${id}`;
    await sql`alter table run enable trigger user`;
    expect(await refusalOf(analyse(id))).toBe('limit sensitivity.refusals.tooLarge');
  });

  test('is refused with a single ranked unit', async () => {
    const apart = { apart: ['U1', 'U2', 'U3', 'U4'] };
    await storedScheme(database, inventedDocument(4, apart), { code: 'ALONE' });
    const id = await inventedRun(database, { code: 'ALONE', state: 'trial' });
    expect(await refusalOf(analyse(id))).toBe('invalid sensitivity.refusals.tooFew');
  });
});

describe('visible runs', () => {
  test('are published ones for everybody, and trials with the view of runs', async () => {
    await storedScheme(database, inventedDocument(), { code: 'SEEN' });
    const [published, trial] = [
      await inventedRun(database, { code: 'SEEN' }),
      await inventedRun(database, { code: 'SEEN', state: 'trial' }),
    ];
    const visibleIds = async (principal: typeof reader) =>
      (await runChoices(principal)).filter(({ schemeCode }) => schemeCode === 'SEEN').map(({ id }) => id);
    expect(await visibleIds(reader)).toEqual([published, trial]);
    expect(await visibleIds(firstOffice)).toEqual([published, trial]);
    expect(await visibleIds(reporter)).toEqual([published]);
    expect(await runHead(reporter, trial)).toBeNull();
    expect(await runRows(reporter, trial)).toEqual([]);
    expect(await runRows(reporter, published)).toHaveLength(5);
  });

  test('are none for a principal limited to some units', async () => {
    const id = await inventedRun(database);
    const own = { ...reporter, units: ['U1'] };
    expect(await runChoices(own)).toEqual([]);
    expect(await runHead(own, id)).toBeNull();
    expect(await runRows(own, id)).toEqual([]);
  });
});

describe('from a run to a draft', () => {
  test('the scheme with other weights becomes a draft', async () => {
    await storedScheme(database, inventedDocument(), { code: 'DRAFTED' });
    const id = await inventedRun(database, { code: 'DRAFTED' });
    const asked = await draftWithWeights(firstOffice, { run: id, scheme: '', weights: '{"m1":40}' });
    expect(asked.code).toBe('DRAFTED');
    await perform(importScheme, firstOffice, { ...asked, note: '推演' }, { now, database });
    const draft = await schemeAtWork(firstOffice, 'DRAFTED');
    const [block] = draft?.root.parts ?? [];
    expect(block?.kind === 'block' && block.parts.map(({ weight }) => weight)).toEqual([30.7692, 19.2308]);
    expect((await schemeAtWork(reporter, 'DRAFTED'))?.root).toEqual(inventedDocument().root);
    const again = await draftWithWeights(firstOffice, { run: '', scheme: 'DRAFTED', weights: '{"m1":1}' });
    expect(again.code).toBe('DRAFTED');
  });

  test.each(['', 'x', '{}', '[]', '{"m1":0}', '{"m1":"4"}', '{"a b":1}', 'null'])(
    '%s changes no weight',
    async (weights) => {
      const id = await inventedRun(database);
      expect(await refusalOf(draftWithWeights(firstOffice, { run: id, scheme: '', weights }))).toBe(
        'invalid sensitivity.refusals.noWeights',
      );
    },
  );

  test('an unknown run or scheme', async () => {
    const asked = { run: 'nothing', scheme: '', weights: '{"m1":2}' };
    expect(await refusalOf(draftWithWeights(firstOffice, asked))).toBe('notFound sensitivity.refusals.noRun');
    const nowhere = { ...asked, run: '', scheme: 'NOWHERE' };
    expect(await refusalOf(draftWithWeights(firstOffice, nowhere))).toBe('notFound sensitivity.refusals.noRun');
  });
});

test('a what-if without changes has the stored ranks, and indicators their units of measure', async () => {
  const id = await inventedRun(database);
  const stored = await database.transaction((tx) => storedRun(tx, firstOffice, id));
  if (!stored) throw new Error('no run');
  const rows = await runRows(reporter, id);
  const moves = movesOf(rows, recomputeRun(stored).assessment);
  expect(extentOf(moves)).toEqual({ moved: 0, farthest: 0, turned: 0 });
  expect(moves.map(({ rank, shown }) => `${rank} ${shown}`)).toEqual(rows.map(({ rank, shown }) => `${rank} ${shown}`));
  expect([...(await measuresOf(stored.scheme)).keys()]).toEqual(['M1', 'M2', 'M3', 'M4']);
});
