import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { boardData } from '@/lib/dashboards/boards/cards/queries';
import { viewOf } from '@/lib/dashboards/boards/cards/view-of';
import { createBoard } from '@/lib/dashboards/boards/create-board';
import { editBoard } from '@/lib/dashboards/boards/edit-board';
import { publishBoard } from '@/lib/dashboards/boards/publish-board';
import { withdrawBoard } from '@/lib/dashboards/boards/withdraw-board';
import { noFilter } from '@/lib/dashboards/boards/words';
import { startOfDay } from '@/lib/i18n/moments';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';
import { createDisplay } from './create-display';
import { displayList, framingSites, shownBoards, shownByToken } from './queries';
import { revokeDisplay } from './revoke-display';
import type { HandedDisplay } from './words';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-20T09:00:00+08:00');
const office = someone('office-1');
const administrator = someone('administrator-1', 'administrator');
const give = <Result>(command: Command<never, Result>, input: object, who = office) =>
  perform(command, who, input as never, { now, database }) as Promise<Result>;
const documentOf = (title: string) => ({
  ...{ title, lead: '' },
  cards: [
    { key: 'c1', kind: 'figure', width: 6, title: '', indicator: 'M1', unit: 'U1' },
    { key: 'c2', kind: 'lamps', width: 6, title: '', unit: 'U1' },
  ],
});
let board: string;
const terms = (more: object = {}) => ({
  ...{ name: '一楼大屏', items: [{ kind: 'board', id: board }], origins: [], expiresOn: '2026-12-31' },
  ...more,
});
const created = (more: object = {}, who = office) => give<HandedDisplay>(createDisplay as never, terms(more), who);
const shown = (token: string, at = now) => shownByToken(token, at);

beforeAll(async () => {
  await inventedFigures(database, { units: 3 });
  await storedScheme(database, inventedDocument(4));
  await inventedRun(database, {});
  board = (await give<{ id: string }>(createBoard as never, { document: documentOf('已发布的一版') })).id;
  await give(publishBoard as never, { id: board, version: 1 });
});

describe('the token of a display', () => {
  test('is in the answer alone; kept are its hash and its beginning', async () => {
    const { token } = await created();
    expect(token).toMatch(/^show_[\w-]{32}$/);
    const hash = createHash('sha256').update(token).digest('hex');
    const [row] = await sql`select to_jsonb(d) as display from display d where token_hash = ${hash}`;
    expect(row?.display).toMatchObject({ token_start: token.slice(0, 12), last_used_at: null });
    expect(JSON.stringify(row)).not.toContain(token.slice(12));
    const [told] = await sql`select count(*)::int as n from audit_event where strpos(changes, ${token.slice(12)}) > 0`;
    expect(told?.n).toBe(0);
  });

  test('is taken until the end of its last day, and never after it was revoked', async () => {
    const { token } = await created({ origins: ['https://www.example.org'] });
    expect(await framingSites(token, now)).toEqual(['https://www.example.org']);
    const end = startOfDay('2026-12-31', { after: true });
    expect(await shown(token, new Date(end.getTime() - 1))).toMatchObject({ principal: { role: 'visitor' } });
    expect(await shown(token, end)).toEqual({ refused: 'expired' });
    const [line] = (await displayList(administrator, now)).filter((one) => token.startsWith(one.tokenStart));
    const revoke = (version: number) =>
      refusalOf(give(revokeDisplay as never, { id: line?.id, version, reason: '撤下大屏' }, administrator));
    expect(await revoke(2)).toBe('conflict displays.refused.moved');
    expect(await revoke(1)).toBeNull();
    expect(await shown(token)).toEqual({ refused: 'revoked' });
    expect(await framingSites(token, now)).toEqual([]);
    expect(await shown('show_nobody')).toEqual({ refused: 'unknown' });
    expect(await shown('baton_nobody')).toEqual({ refused: 'unknown' });
  });

  test('is made by the office and by administrators alone', async () => {
    expect(await refusalOf(created({}, administrator))).toBeNull();
    for (const role of ['leader', 'reporter', 'auditor'] as const)
      expect(await refusalOf(created({}, someone(role, role)))).toBe('forbidden command');
    expect(await displayList(someone('leader', 'leader'), now)).toEqual([]);
    expect((await displayList(someone('auditor', 'auditor'), now)).length).toBeGreaterThan(0);
  });

  test('is refused for what is not published, for a site that is none and for a day that is over, all at once', async () => {
    const { id } = await give<{ id: string }>(createBoard as never, { document: documentOf('未发布') });
    const asked = { items: [{ kind: 'board', id }], origins: ['https://*.example.org'], expiresOn: '2026-11-19' };
    const faults = await created(asked).then(
      () => [],
      (error) => error.faults.map(({ field, key }: { field: string; key: string }) => `${field} ${key}`),
    );
    expect(faults).toEqual([
      'items displays.refused.notPublished',
      'origins displays.refused.noOrigin',
      'expiresOn clients.refused.dayOver',
    ]);
  });
});

describe('what a display shows', () => {
  test('the published edition, whatever was changed since, and the newest ranking', async () => {
    await give(editBoard as never, { id: board, version: 2, document: documentOf('没有发布的一版') });
    const { token } = await created({
      items: [
        { kind: 'board', id: board },
        { kind: 'ranking', scheme: 'S' },
      ],
    });
    const found = await shown(token);
    if ('refused' in found) throw new Error(found.refused);
    const boards = await shownBoards(found.principal, found.items);
    expect(boards.map(({ document }) => document.title)).toEqual(['已发布的一版', '演示考核方案']);
    const cards = boards.flatMap(({ document }) => document.cards);
    const data = await boardData(found.principal, cards, noFilter);
    const bodies = cards.map((card) => viewOf(card, { data, filter: noFilter, home: [], locale: 'zh-CN' }).body);
    expect(bodies.map(({ kind }) => kind)).toEqual(['figure', 'absent', 'ranking']);
    // Lamps are for those who sign in.
    expect(bodies[1]).toEqual({ kind: 'absent', absence: 'lampsSignedIn' });
  });

  test('the same where visitors read nothing, and nothing of a board that was taken back', async () => {
    const { token } = await created({ origins: ['https://www.example.org', 'http://10.0.0.7:8080/'] });
    expect(await framingSites(token, now)).toEqual(['https://www.example.org', 'http://10.0.0.7:8080']);
    checkSettings({ PUBLIC_READING: 'off' });
    const found = await shown(token);
    checkSettings();
    if ('refused' in found) throw new Error(found.refused);
    expect(await shownBoards(found.principal, found.items)).toHaveLength(1);
    const [row] = await sql`select version from board where id = ${board}`;
    await give(withdrawBoard as never, { id: board, version: row?.version });
    expect(await shownBoards(found.principal, found.items)).toEqual([]);
    const listed = (await displayList(office, now)).find(({ tokenStart }) => token.startsWith(tokenStart));
    expect(listed?.shows).toEqual([]);
  });
});
