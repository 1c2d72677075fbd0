import { createHash } from 'node:crypto';
import { db, type Sql } from '@/db/client';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { publishScheme } from '@/lib/assessment/schemes/publish-scheme';
import { type FigureCells, figureColumns } from '@/lib/reporting/import/check-figures';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { firstOffice, secondOffice } from '@/lib/testing/invented-run';

/** A group of three invented units and two indicators of a year for one test, labelled 演示数据. */
export type InventedGroup = {
  readonly code: string;
  readonly name: string;
  readonly units: Readonly<Record<Unit, { readonly code: string; readonly name: string }>>;
  readonly indicators: Readonly<Record<Indicator, { readonly code: string; readonly name: string }>>;
};
type Unit = 'jia' | 'yi' | 'bing';
type Indicator = 'output' | 'safety';

/** The year of the invented figures. */
export const year = '2025';

/** Values between 0 and 100, so that with these bounds a value is its share. */
const values: Readonly<Record<Indicator, Readonly<Record<Unit, string>>>> = {
  output: { jia: '90.0', yi: '70.0', bing: '50.0' },
  safety: { jia: '40.0', yi: '80.0', bing: '75.0' },
};

let made = 0;

/** Creates a group whose units have a figure of each indicator, except for those in `without` (`bing safety`). */
export async function inventGroup(
  sql: Sql,
  { without = [] }: { without?: readonly string[] } = {},
): Promise<InventedGroup> {
  made += 1;
  const own = `A${process.pid}-${made}`;
  const unit = (code: string, name: string) => ({ code: `${own}-${code}`, name: `${name}${own}（演示）` });
  const indicator = (code: string, name: string) => ({ code: `${own}-${code}`, name: `${name}${own}` });
  const group: InventedGroup = {
    code: own,
    name: `演示序列${own}`,
    units: { jia: unit('JIA', '甲区'), yi: unit('YI', '乙县'), bing: unit('BING', '丙区') },
    indicators: { output: indicator('OUT', '演示产出'), safety: indicator('SAFE', '演示安全') },
  };
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values (${own}, ${group.name}, ${`Demo group ${own}`}, '演示数据', 'Demonstration data', 9201)`;
  for (const [at, { code, name }] of Object.values(group.units).entries()) {
    await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
      values (${code}, 'county', ${name}, ${`Unit ${code} (demo)`}, '', ${90201 + at}, true)`;
    await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values (${own}, ${code}, '2000-01-01')`;
  }
  for (const [at, { code, name }] of Object.values(group.indicators).entries()) {
    await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      values (${code}, 'DEMO', ${name}, ${`Demo ${code}`}, '', '分', 'points', 1, 'rate', 'higher', 'current', 'yearly', '演示部门',
        'Demo department', ${90201 + at})`;
  }
  const figures = (['output', 'safety'] as const).flatMap((which) =>
    (['jia', 'yi', 'bing'] as const)
      .filter((of) => !without.includes(`${of} ${which}`))
      .map((of) => ({
        indicator: group.indicators[which].code,
        unit: group.units[of].code,
        value: values[which][of],
      })),
  );
  await storeFigures(figures);
  return group;
}

/** Stores figures of the year as `npm run import` does; an existing one is revised. */
export async function storeFigures(
  figures: readonly { readonly indicator: string; readonly unit: string; readonly value: string }[],
): Promise<void> {
  const blank = Object.fromEntries(figureColumns.map((column) => [column, '']));
  const more = { period: year, qualifier: 'exact', vintage: 'final', source: 'DEMO', locator: '演示表' };
  const lines = figures.map((figure, at) => ({ ...blank, ...more, ...figure, row: at + 2 }) as FigureCells);
  const id = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
  async function* rows() {
    yield* lines;
  }
  const asked = { id, fileName: '演示数据.csv', reason: '演示数据核实', rows: rows(), tell: () => {} };
  const result = await perform(importFigures, systemPrincipal('check'), asked, { now: new Date() });
  if (result.kind === 'refused') throw new Error(`the figures were refused: ${JSON.stringify(result.findings)}`);
}

/** A scheme over the two indicators, six to four; `more` replaces parts of the document. */
export function inventedDocument(group: InventedGroup, more: object = {}): Record<string, unknown> {
  const item = (which: Indicator, weight: number) => ({
    ...{ kind: 'item', key: which, weight, direction: 'higher', indicator: group.indicators[which].code },
    ...{ nameZh: group.indicators[which].name, nameEn: `Demo ${which}`, article: '第二章第三条' },
    method: { kind: 'minMax', bounds: { from: 'given', low: 0, high: 100 } },
  });
  const block = (key: string, nameZh: string, weight: number, which: Indicator) => ({
    ...{ kind: 'block', key, nameZh, nameEn: `Block ${key}`, weight, aggregation: 'sum' },
    parts: [item(which, weight)],
  });
  const parts = [block('growth', '发展板块', 60, 'output'), block('safe', '安全板块', 40, 'safety')];
  return {
    ...{ format: 1, nameZh: `演示方案${group.code}`, nameEn: `Demo scheme ${group.code}`, kind: 'comprehensive' },
    peerGroup: group.code,
    root: { kind: 'block', key: 'total', nameZh: '总分', nameEn: 'Total', weight: 100, aggregation: 'sum', parts },
    ...more,
  };
}

/**
 * Imports the document as a scheme under the group's code, as a draft, or published by the second person of the office.
 */
export async function inventScheme(
  { code }: InventedGroup,
  document: object,
  { isPublished = true, note = '演示' }: { isPublished?: boolean; note?: string } = {},
): Promise<void> {
  const now = new Date();
  await perform(importScheme, firstOffice, { code, document, note }, { now, database: db() });
  if (isPublished) await perform(publishScheme, secondOffice, { code, version: 1 }, { now, database: db() });
}

/** Deletes everything that pages would go on to list; published rows stay, as they must. */
export async function forgetGroup(sql: Sql, { code }: InventedGroup): Promise<void> {
  await sql`delete from run where scheme_code = ${code} and state in ('trial', 'approved')`;
  await sql`delete from adjustment where scheme_code = ${code}`;
  await sql`delete from scheme_version v where scheme_code = ${code} and state = 'draft' and not exists (
    select from run r where r.scheme_code = v.scheme_code and r.scheme_version = v.number)`;
  await sql`delete from scheme s where code = ${code} and not exists (
    select from scheme_version v where v.scheme_code = s.code)`;
  await sql`delete from coverage where peer_group_code = ${code}`;
  await sql`delete from peer_group_member where peer_group_code = ${code}`;
}
