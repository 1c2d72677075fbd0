import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { accountPrincipal, anonymousPrincipal, type Principal } from '@/lib/access/principal';
import type { Role } from '@/lib/access/words';
import { createScheme } from '@/lib/assessment/schemes/create-scheme';
import { discardScheme } from '@/lib/assessment/schemes/discard-scheme';
import { editScheme } from '@/lib/assessment/schemes/edit-scheme';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { publishScheme } from '@/lib/assessment/schemes/publish-scheme';
import { draftsToPublish, schemeDocuments, schemeList, schemeVersions } from '@/lib/assessment/schemes/queries';
import { reviseScheme } from '@/lib/assessment/schemes/revise-scheme';
import { Refusal } from '@/lib/errors';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const somebody = (role: Role, userId: string = role) =>
  accountPrincipal({
    userId,
    name: userId,
    role: role as 'auditor',
    units: 'all',
    unitCode: null,
    department: null,
    sessionId: userId,
    standing: 'full',
  });
const [office, second] = [somebody('assessmentOffice'), somebody('assessmentOffice', 'second')];
const visitor = anonymousPrincipal();

beforeAll(async () => {
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('DG', '演示序列', 'Demonstration group', '', '', 900)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    values ('DG', 'JIA', '2020-01-01'), ('DG', 'YI', '2020-01-01')`;
});

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: object,
  principal: Principal = office,
) => perform(command, principal, input, { now: new Date() });

let made = 0;
const head = { nameZh: '演示方案', nameEn: 'Demonstration scheme', kind: 'comprehensive', peerGroup: 'DG' };
async function freshScheme(): Promise<string> {
  made += 1;
  return act(createScheme, { code: `S${made}`, ...head, copyOf: null });
}
const versionOf = async (code: string) =>
  (await sql`select version from scheme_version where scheme_code = ${code} and state = 'draft'`)[0]?.version;
const lastEvent = async () => (await sql`select * from audit_event order by seq desc limit 1`)[0];

/** A document that may be published: one item over the only indicator. */
const finished = {
  format: 1,
  ...head,
  root: {
    kind: 'block',
    key: 'total',
    nameZh: '总分',
    nameEn: 'Total',
    weight: 100,
    aggregation: 'sum',
    parts: [
      {
        kind: 'item',
        key: 'demo',
        nameZh: '演示指标',
        nameEn: 'Demonstration',
        weight: 100,
        indicator: 'DEMO',
        direction: 'higher',
        method: { kind: 'efficacy', bounds: { from: 'peers' } },
      },
    ],
  },
};
const edit = async (code: string, document: unknown = finished, note = '') =>
  act(editScheme, { code, version: await versionOf(code), document, note });
const publish = async (code: string, by = second) => act(publishScheme, { code, version: await versionOf(code) }, by);
async function publishedScheme(): Promise<string> {
  const code = await freshScheme();
  await edit(code);
  return publish(code);
}

describe('a scheme', () => {
  test('begins as a draft that only the office and its auditors can see', async () => {
    const code = await freshScheme();
    const visibleVersions = async (principal: Principal) =>
      (await schemeVersions(principal, code))?.versions.length ?? 0;
    expect([
      await visibleVersions(office),
      await visibleVersions(somebody('leader')),
      await visibleVersions(somebody('reporter')),
    ]).toEqual([1, 1, 0]);
    expect((await schemeList(visitor)).map((line) => line.code)).not.toContain(code);
    expect((await schemeDocuments(visitor, code, [1])).size).toBe(0);
    expect(await lastEvent()).toMatchObject({ command: 'scheme.create', actor: 'assessmentOffice' });
  });

  test('needs neither a code nor English names: a code is made of the name, and the Chinese names stand in', async () => {
    const unnamed = { ...head, nameZh: '园区考核', nameEn: '', copyOf: null };
    const code = await act(createScheme, { ...unnamed, code: null });
    expect(code).toBe('YQKH');
    expect(await act(createScheme, { ...unnamed, code: null })).toBe('YQKH-2');
    const [part] = finished.root.parts;
    await edit(code, { ...finished, nameEn: ' ', root: { ...finished.root, parts: [{ ...part, nameEn: '' }] } });
    const [held] = await sql`select document from scheme_version where scheme_code = ${code}`;
    expect([held?.document.nameEn, held?.document.root.parts[0].nameEn]).toEqual(['演示方案', '演示指标']);
  });

  test('is a demonstration where all units of its group are invented', async () => {
    const isDemonstration = async (code: string) => (await schemeVersions(office, code))?.isDemonstration;
    const real = await freshScheme();
    await sql`update org_unit set is_demonstration = true`;
    const invented = await freshScheme();
    await sql`update org_unit set is_demonstration = false`;
    expect([await isDemonstration(real), await isDemonstration(invented)]).toEqual([false, true]);
  });

  test('is published by another person than its editor, and is then public and fixed', async () => {
    const code = await freshScheme();
    await edit(code);
    expect(await refusalOf(publish(code, office))).toBe('forbidden schemes.refused.ownDraft');
    const waitsFor = async (who: Principal) => (await draftsToPublish(who)).some((one) => one.code === code);
    expect([await waitsFor(office), await waitsFor(second), await waitsFor(somebody('leader'))]).toEqual([
      false,
      true,
      false,
    ]);
    await publish(code);
    expect(await waitsFor(second)).toBe(false);
    expect(await schemeVersions(visitor, code)).toMatchObject({ versions: [{ number: 1, state: 'published' }] });
    expect(await lastEvent()).toMatchObject({ command: 'scheme.publish', actor: 'second' });
    await expect(sql`update scheme_version set document = '{}' where scheme_code = ${code}`).rejects.toThrow('stays');
  });

  test('is refused while its check list has a fault', async () => {
    const code = await freshScheme();
    await edit(code, { ...finished, root: { ...finished.root, weight: 90 } });
    expect(await refusalOf(publish(code))).toBe('conflict schemes.refused.unfinished');
  });

  test('has a next version that supersedes the one before', async () => {
    const code = await publishedScheme();
    expect(await act(reviseScheme, { code, note: '按新文件' })).toEqual({ code, number: 2 });
    expect(await refusalOf(act(reviseScheme, { code, note: '' }))).toBe('conflict schemes.refused.draftThere');
    await edit(code, { ...finished, nameZh: '演示方案（修订）', decimals: 3 });
    const [line] = (await schemeList(visitor)).filter((one) => one.code === code);
    expect(line).toMatchObject({ nameZh: '演示方案', publishedNumber: 1, draftNumber: null });
    expect((await sql`select name_zh from scheme where code = ${code}`)[0]?.name_zh).toBe('演示方案');
    await publish(code);
    const states = (await schemeVersions(visitor, code))?.versions.map(({ number, state }) => `${number} ${state}`);
    expect(states).toEqual(['2 published', '1 superseded']);
    expect((await sql`select name_zh from scheme where code = ${code}`)[0]?.name_zh).toBe('演示方案（修订）');
  });

  test('that was never published cannot be revised', async () => {
    expect(await refusalOf(act(reviseScheme, { code: await freshScheme(), note: '' }))).toBe(
      'conflict schemes.refused.notPublished',
    );
  });

  test('is copied for another group without the units of this one', async () => {
    await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
      values ('DG2', '演示序列二', 'Second group', '', '', 901) on conflict do nothing`;
    const code = await freshScheme();
    await edit(code, { ...finished, apart: ['JIA'] });
    const copyOf = { code, number: 1 };
    await act(createScheme, { code: `${code}-same`, ...head, copyOf });
    await act(createScheme, { code: `${code}-other`, ...head, peerGroup: 'DG2', copyOf });
    const unitsApart = async (of: string) => (await schemeDocuments(office, of, [1])).get(1)?.apart;
    expect([await unitsApart(`${code}-same`), await unitsApart(`${code}-other`)]).toEqual([['JIA'], []]);
  });

  test('goes when its only draft is discarded, and stays when it has another version', async () => {
    const code = await freshScheme();
    const discard = async (of: string) => act(discardScheme, { code: of, version: await versionOf(of) });
    expect(await discard(code)).toEqual({ code, isThere: false });
    expect(await schemeVersions(office, code)).toBeNull();
    const other = await publishedScheme();
    await act(reviseScheme, { code: other, note: '' });
    expect(await discard(other)).toEqual({ code: other, isThere: true });
    expect(await lastEvent()).toMatchObject({ command: 'scheme.discard' });
    expect(await refusalOf(act(discardScheme, { code: other, version: 1 }))).toBe('conflict schemes.refused.noDraft');
  });

  test('that was computed with is not discarded', async () => {
    const code = await freshScheme();
    await sql`insert into period (code, kind, year, sort_key) values ('2025', 'year', 2025, 1) on conflict do nothing`;
    await sql`insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason,
        evidence, incident, state, recorded_by, recorded_at, updated_by, updated_at)
      values (${`a-${code}`}, 'JIA', ${code}, '2025', 'bonus', '', '', 1, '', '', '', '', 'proposed', 'x', now(), 'x', now())`;
    const discarded = act(discardScheme, { code, version: await versionOf(code) });
    expect(await refusalOf(discarded)).toBe('conflict schemes.refused.inUse');
  });
});

describe('an edit', () => {
  test('records in the audit what it changed, value by value', async () => {
    const code = await freshScheme();
    await edit(code);
    await edit(code, { ...finished, decimals: 3 }, '公布三位小数');
    const { changes } = (await lastEvent()) ?? {};
    expect(JSON.parse(changes)).toEqual([
      {
        subject: `scheme/${code}`,
        before: { version: 2, note: '', 'settings/decimals': 2 },
        after: { version: 3, note: '公布三位小数', 'settings/decimals': 3 },
      },
    ]);
  });

  test('that changes nothing leaves no event', async () => {
    const code = await freshScheme();
    await edit(code);
    const before = (await lastEvent())?.seq;
    expect(await edit(code)).toBe(2);
    expect((await lastEvent())?.seq).toBe(before);
  });

  test('of a draft changed meanwhile is refused', async () => {
    const code = await freshScheme();
    await edit(code);
    const late = { code, version: 1, document: finished, note: '' };
    expect(await refusalOf(act(editScheme, late))).toBe('conflict movedByYou');
    expect(await refusalOf(act(editScheme, late, second))).toBe('conflict schemes.refused.draftMoved');
  });

  test('by two at once succeeds once', async () => {
    const code = await freshScheme();
    const one = (decimals: number) =>
      refusalOf(act(editScheme, { code, version: 1, document: { ...finished, decimals }, note: '' }));
    const outcomes = await Promise.all([one(0), one(1), one(3)]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  });

  test('of a published version is refused', async () => {
    const code = await publishedScheme();
    const late = act(editScheme, { code, version: 2, document: finished, note: '' });
    expect(await refusalOf(late)).toBe('conflict schemes.refused.noDraft');
  });
});

describe('an import', () => {
  test('creates a scheme, and a new draft for an existing code', async () => {
    expect(await act(importScheme, { code: 'IN', document: finished })).toEqual({ code: 'IN', number: 1 });
    const again = { code: 'IN', document: finished, note: '' };
    expect(await refusalOf(act(importScheme, again))).toBe('conflict schemes.refused.draftThere');
    await publish('IN');
    expect(await act(importScheme, again)).toEqual({ code: 'IN', number: 2 });
    expect(await lastEvent()).toMatchObject({ command: 'scheme.import' });
  });

  test('names the faulty field', async () => {
    const [item] = finished.root.parts;
    const broken = { ...finished, root: { ...finished.root, parts: [{ ...item, method: { kind: 'completion' } }] } };
    const refused = await act(importScheme, { code: 'BROKEN', document: broken }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({
      key: 'schemes.faults.missing',
      details: { field: 'file', path: 'root.parts[0].method.target' },
    });
  });

  test('of a group that does not exist is refused', async () => {
    const stray = act(importScheme, { code: 'STRAY', document: { ...finished, peerGroup: 'NONE' } });
    expect(await refusalOf(stray)).toBe('invalid schemes.refused.unknownGroup');
  });
});

test('a code is unique', async () => {
  const code = await freshScheme();
  const again = act(createScheme, { code, ...head, copyOf: null });
  expect(await refusalOf(again)).toBe('conflict schemes.refused.codeTaken');
});

test.each(['reporter', 'unitReviewer', 'departmentReviewer', 'leader', 'administrator', 'auditor'] as const)(
  'the role %s may give none of the commands',
  async (role) => {
    const code = await freshScheme();
    const by = somebody(role);
    const refused = [
      act(createScheme, { code: 'NO', ...head, copyOf: null }, by),
      act(importScheme, { code: 'NO', document: finished }, by),
      act(editScheme, { code, version: 1, document: finished, note: '' }, by),
      act(reviseScheme, { code, note: '' }, by),
      act(discardScheme, { code, version: 1 }, by),
      act(publishScheme, { code, version: 1 }, by),
    ];
    expect(await Promise.all(refused.map(refusalOf))).toEqual(refused.map(() => 'forbidden command'));
  },
);
