import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sql } from '@/db/client';
import { db } from '@/db/client';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { demonstrationPrincipals } from '@/lib/access/users/demonstration/queries';
import { publishedRuns, resultRun } from '@/lib/assessment/rankings/queries';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { publishScheme } from '@/lib/assessment/schemes/publish-scheme';
import { againstRawSql } from '@/lib/cli/bench/raw-sql';
import type { Measured } from '@/lib/cli/bench/report';
import { answerTimes } from '@/lib/cli/bench/timing';
import { root } from '@/lib/cli/launch/settings';
import { largeIndicator, largePeriod, largeScheme, largeUnit } from './large-scheme';

const [units, items] = [3000, 100];
export const largeCode = 'BENCH-SCORING';

/** Times a work in a process of its own; the memory is that of the whole process. */
async function timeApart(...words: string[]): Promise<{ milliseconds: number; megabytes: number }> {
  const program = join(root, 'lib', 'cli', 'bench', 'engine-apart.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...words], { cwd: root });
  return JSON.parse(stdout);
}

/** The time of the engine alone, for one size and ten times that, and of the robustness analysis. */
export async function engineTimes(): Promise<Measured[]> {
  const small = await timeApart('engine', '300', `${items}`);
  const large = await timeApart('engine', `${units}`, `${items}`);
  const fingerprint = await timeApart('fingerprint', `${units}`, `${items}`);
  const firmness = await timeApart('robustness', '100', '50', '1000');
  const perUnit = [small.milliseconds / 300, large.milliseconds / units] as const;
  return [
    { what: 'Engine, 300 units × 100 items', value: small.milliseconds, unit: 'ms' },
    { what: 'Engine, 3,000 units × 100 items', value: large.milliseconds / 1000, unit: 's', budget: 1.5 },
    { what: 'The same, the most memory of its process', value: large.megabytes, unit: 'MB', budget: 1024 },
    {
      what: 'The same for each unit, against 300 units',
      value: perUnit[1] / perUnit[0],
      unit: '×',
      budget: 1.3,
      note: `${perUnit[1].toFixed(2)} and ${perUnit[0].toFixed(2)} ms`,
    },
    { what: 'The fingerprint of such a run', value: fingerprint.milliseconds / 1000, unit: 's', budget: 0.5 },
    {
      what: 'Robustness, 1,000 draws over 100 units × 50 items',
      value: firmness.milliseconds / 1000,
      unit: 's',
      budget: 3,
    },
  ];
}

/**
 * Publishes a scheme of 100 items for 3,000 invented units with their figures, and returns how its run is computed and
 * published, and who may read it in between.
 */
export async function largeRun(sql: Sql) {
  await inventRows(sql);
  const people = await db().transaction((tx) => demonstrationPrincipals(tx));
  const at = () => ({ now: new Date() });
  const [first, second] = [people.get('demo.office'), people.get('demo.office2')];
  if (!first || !second) throw new Error('the demonstration has no office');
  await perform(importScheme, first, { code: largeCode, document: largeScheme(items), note: '演示数据' }, at());
  await perform(publishScheme, second, { code: largeCode, version: 1 }, at());
  const asked = { schemeCode: largeCode, number: 1, periodCode: largePeriod, deadlinePassed: true };
  return {
    office: first,
    compute: () => perform(computeRun, first, asked, at()),
    async publish(id: string) {
      await perform(approveRun, second, { id, version: 1 }, at());
      await perform(publishRun, first, { id, version: 2 }, at());
    },
  };
}

/**
 * The time of a run of 3,000 units from its command to its page, and of the page relative to its statements and to an
 * empty page.
 */
export async function runTimes(sql: Sql, web: string): Promise<Measured[]> {
  const { office, compute, publish } = await largeRun(sql);
  const began = performance.now();
  const id = await compute();
  const run = await resultRun(office, id);
  if (!run) throw new Error('the run cannot be read');
  const choice = { sort: 'rank', order: 'asc', page: 1, own: [] } as const;
  await rankTable(office, run, choice);
  const seconds = (performance.now() - began) / 1000;
  await publish(id);
  const reader = systemPrincipal('bench');
  const { raw } = await againstRawSql(() =>
    Promise.all([publishedRuns(reader), resultRun(reader, id), rankTable(reader, run, choice)]),
  );
  const times = await answerTimes(
    [
      { name: 'ranking', url: `${web}/assessment/rankings?scheme=${largeCode}` },
      { name: 'empty', url: `${web}/no-such-page`, status: 404 },
    ],
    100,
  );
  const [ranking = Number.NaN, empty = Number.NaN] = [times.get('ranking'), times.get('empty')];
  return [
    { what: 'A run of 3,000 units × 100 items, stored until it is read', value: seconds, unit: 's', budget: 2 },
    { what: 'Ranking of 3,000 units, median answer', value: ranking, unit: 'ms' },
    {
      what: 'The same, against three times its bare SQL and an empty page',
      value: ranking / (3 * raw + empty),
      unit: '×',
      budget: 1,
      note: `3 × ${raw.toFixed(1)} and ${empty.toFixed(1)} ms`,
    },
  ];
}

/** Creates invented units, indicators and figures, as many as a run of that size reads. */
async function inventRows(sql: Sql): Promise<void> {
  const indicators = Array.from({ length: items }, (_, at) => largeIndicator(at));
  const codes = Array.from({ length: units }, (_, at) => largeUnit(at));
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`set local session_replication_role = replica`;
    await tx`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values ('bench-s', '演示数据', '演示数据', '', '演示数据', 'unverified', 9900)`;
    await tx`insert into topic (code, name_zh, name_en, sort_order) values ('bench-s', '演示数据', 'Demonstration data', 9900)`;
    await tx`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      select code, 'bench-s', '演示数据' || n, 'Demonstration ' || n, '', '分', 'points', 2, 'amount', 'higher', 'current',
        'yearly', '演示数据', 'Demonstration data', 9900 + n from unnest(${indicators}::text[]) with ordinality as i(code, n)`;
    await tx`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
      select code, 'county', '甲区' || n || '（演示）', 'District ' || n || ' (demo)', '', 9900 + n, true
      from unnest(${codes}::text[]) with ordinality as u(code, n)`;
    await tx`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
      values ('bench-s', '演示数据', 'Demonstration data', '演示数据', 'Demonstration data', 9900)`;
    await tx`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
      select 'bench-s', unnest(${codes}::text[]), '2000-01-01'`;
    await tx`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      select i, u, ${largePeriod}, round((abs(hashtext(i || u)) % 100000) / 100.0, 2), 2, 'exact', '', 'final', '',
        'bench-s', '', '', '演示数据', 1, 'bench', now()
      from unnest(${indicators}::text[]) i cross join unnest(${codes}::text[]) u`;
    await tx`insert into coverage (indicator_code, peer_group_code, period_code, units)
      select i, 'bench-s', ${largePeriod}, ${units} from unnest(${indicators}::text[]) i`;
    await tx`insert into source_coverage (source_code, indicator_code, period_code, figures)
      select 'bench-s', i, ${largePeriod}, ${units} from unnest(${indicators}::text[]) i`;
  });
  await sql`analyze`;
}
