import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { itemValueColumns } from '@/lib/assessment/explanation/queries';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { mergeUnits } from '@/lib/catalogue/units/desk/merge-units';
import { moveUnit } from '@/lib/catalogue/units/desk/move-unit';
import { renameUnit } from '@/lib/catalogue/units/desk/rename-unit';
import { retireUnit } from '@/lib/catalogue/units/desk/retire-unit';
import { splitUnit } from '@/lib/catalogue/units/desk/split-unit';
import { ranking } from '@/lib/observations/ranking/queries';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { rankingSheet } from '@/lib/publishing/indicator/ranking-sheet';
import { resultSheet } from '@/lib/publishing/rankings/result-sheet';
import type { Sheet } from '@/lib/publishing/words';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';
import { checkSettings } from '@/lib/testing/accounts';
import {
  firstOffice,
  inventedDocument,
  inventedFigures,
  inventedRun,
  secondOffice,
  storedScheme,
} from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
const group = { code: 'G', nameZh: '演示序列', nameEn: 'Demonstration group', noteZh: '', noteEn: '', members: 0 };
const firstYear = 2023;

/** A change in the year after `year`: from a day of it, given on that day, or months later and then confirmed. */
type Step = { readonly day: string; readonly late: boolean; readonly pick: number };

/** Gives a command on the day from which it holds, or late, when a second person of the office confirms it. */
async function give(
  // biome-ignore lint/suspicious/noExplicitAny: the commands have inputs of their own.
  command: Command<any, any>,
  { day, late }: Step,
  input: object,
): Promise<void> {
  const now = new Date(late ? `${day.slice(0, 4)}-12-20T09:00:00+08:00` : `${day}T09:00:00+08:00`);
  const asked = { ...input, from: day, reason: '市政府批复' };
  const result = await perform(command, firstOffice, asked, { now, database });
  if (late) await perform(confirmProposal, secondOffice, { id: result.proposal, version: 1 }, { now, database });
}

async function activeOn(day: string) {
  return [
    ...(await sql`select u.code, u.version from org_unit u join peer_group_member m on m.org_unit_code = u.code
      where m.valid_from <= ${day} and (m.valid_to is null or m.valid_to >= ${day}) order by u.sort_order, u.code`),
  ].map(({ code, version }) => ({ code: `${code}`, version: Number(version) }));
}

const part = (nameZh: string) => ({ code: '', nameZh, nameEn: '', kind: 'county', parentCode: '' });

const changes = {
  async merge(step: Step) {
    const units = await activeOn(step.day);
    const at = step.pick % (units.length - 1);
    await give(mergeUnits, step, {
      ...{ units: units.slice(at, at + 2), into: '', made: part(`合并${step.day}区`) },
      ...{ addsUp: true, joins: true, note: '' },
    });
  },
  async split(step: Step) {
    const units = await activeOn(step.day);
    await give(splitUnit, step, {
      ...units[step.pick % units.length],
      ...{ parts: [part(`东${step.day}区`), part(`西${step.day}区`)], retires: step.pick % 2 === 0, joins: true },
      note: '',
    });
  },
  async rename(step: Step) {
    const units = await activeOn(step.day);
    await give(renameUnit, step, { ...units[step.pick % units.length], nameZh: `新名${step.day}区`, nameEn: '' });
  },
  async move(step: Step) {
    const units = await activeOn(step.day);
    const at = step.pick % (units.length - 1);
    await give(moveUnit, step, { ...units[at], parentCode: units[at + 1]?.code });
  },
  async retire(step: Step) {
    const [unit] = await activeOn(step.day);
    const [child] = await sql`select code from org_unit where parent_code = ${unit?.code ?? ''}`;
    if (!child) await give(retireUnit, step, { ...unit });
  },
};

/** Gives every member of a year a figure, computes the year and publishes it. Returns the run. */
async function publish(year: number): Promise<string> {
  await database.transaction((tx) => ensurePeriods(tx, [`${year}`]));
  await sql`
    insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed,
      vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    select i.code, m.org_unit_code, ${`${year}`}, 10 + (row_number() over ())::int % 80, 1, 'exact', '', 'final', '', 'INV',
      '', '', '', 1, 'check', now()
    from indicator i cross join (select distinct org_unit_code from peer_group_member) m
    where i.code like 'M%' on conflict do nothing`;
  return inventedRun(database, { period: `${year}`, now: new Date(`${year + 1}-01-15T09:00:00+08:00`) });
}

/** The bytes of a workbook, which has the time of its making in it: at one and the same time. */
async function workbookDigest(sheet: Sheet): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T00:00:00Z') });
  try {
    return createHash('sha256')
      .update(await workbookOf(sheet))
      .digest('hex');
  } finally {
    vi.useRealTimers();
  }
}

/** What a published year is: the rows of its run as stored, and both of its files; and the files of an indicator. */
async function shownOf(id: string, year: number) {
  const run = await resultRun(firstOffice, id);
  if (!run) throw new Error('the run is gone');
  const table = await rankTable(firstOffice, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null);
  const values = await itemValueColumns(firstOffice, run, 'zh-CN');
  const sheet = resultSheet({ run, table, names: { scheme: run.scheme, units: new Map() }, values, locale: 'zh-CN' });
  const choice = { indicatorCode: 'M1', periodCode: `${year}`, peerGroupCode: 'G' };
  const found = await ranking(firstOffice, choice);
  if (!found) throw new Error('the indicator is gone');
  const indicator = rankingSheet({ ranking: found, group, definition: undefined, at: null, locale: 'zh-CN' });
  const [stored] = await sql`select md5(row(r.*)::text) as run,
    (select md5(string_agg(row(s.*)::text, '|' order by s.position)) from run_score s where s.run_id = r.id) as scores
    from run r where r.id = ${id}`;
  return {
    stored: { ...stored },
    csv: csvText(sheet),
    xlsx: await workbookDigest(sheet),
    indicatorCsv: csvText(indicator),
    indicatorXlsx: await workbookDigest(indicator),
  };
}

const steps = (kinds: readonly (keyof typeof changes)[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    month: fc.integer({ min: 1, max: 11 }),
    late: fc.boolean(),
    pick: fc.nat(50),
  });
/** Three years, with a merger in the first, a split in the second and anything in the third. */
const history = fc.tuple(steps(['merge']), steps(['split']), steps(['rename', 'move', 'retire', 'merge', 'split']));

test('whatever becomes of units, the rankings of earlier years stay as they were, byte for byte', async () => {
  await inventedFigures(database, { units: 6, items: 2, period: `${firstYear}` });
  await sql`delete from observation`;
  await storedScheme(database, inventedDocument(2));
  await fc.assert(
    fc.asyncProperty(history, async (played) => {
      const years = [{ year: firstYear, id: await publish(firstYear) }];
      const shown = [await shownOf(years[0]?.id ?? '', firstYear)];
      for (const [at, { kind, month, late, pick }] of played.entries()) {
        const year = firstYear + at + 1;
        await changes[kind]({ day: `${year}-${`${month}`.padStart(2, '0')}-01`, late, pick });
        for (const [before, { id, year: of }] of years.entries())
          expect(await shownOf(id, of), `${of} after ${kind}`).toEqual(shown[before]);
        const id = await publish(year);
        years.push({ year, id });
        shown.push(await shownOf(id, year));
      }
      const names = await sql`select count(*)::int as n from org_unit_succession`;
      expect(names[0]?.n).toBeGreaterThanOrEqual(4);
    }),
    // A published run stays for ever, so that a database has one history.
    { numRuns: 1, endOnFailure: true },
  );
});

test('a ranking and a run of a past year, made after a new name, have the name of that year', async () => {
  await changes.rename({ day: '2027-04-01', late: false, pick: 0 });
  const [renamed] = await sql`select u.code, u.name_zh, f.name_zh as former from org_unit u
    join org_unit_former f on f.org_unit_code = u.code and f.valid_to = '2027-03-31'`;
  const choice = { indicatorCode: 'M1', periodCode: `${firstYear + 3}`, peerGroupCode: 'G' };
  const table = await ranking(firstOffice, choice);
  const row = table?.rows.find(({ unit }) => unit.code === renamed?.code);
  const id = await inventedRun(database, { period: choice.periodCode, state: 'trial' });
  const [frozen] = await sql`select u ->> 'nameZh' as name from run r, jsonb_array_elements(r.terms -> 'units') u
    where r.id = ${id} and u ->> 'code' = ${renamed?.code}`;
  expect([row?.unit.nameZh, frozen?.name]).toEqual([renamed?.former, renamed?.former]);
  expect(renamed?.former).not.toBe(renamed?.name_zh);
});
