import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { median } from '@/lib/cli/bench/timing';
import { chance } from '@/lib/cli/fuzz/chance';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';
import { stageUpload } from '@/lib/reporting/import/staging/stage-upload';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { checkSettings, fictionalUnits } from '@/lib/testing/accounts';
import { bundleProgram } from '@/lib/testing/bundle';
import { inventedCollection } from '@/lib/testing/invented-collection';
import { many } from '@/lib/testing/many';
import { person } from '@/lib/testing/returns';

const figures = 5000;
const kills = many(50, 8);
/** Kills after the process has reported its commit. */
const late = many(5, 1);

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
const reporter = person('reporter');
const temporary = mkdtempSync(join(tmpdir(), 'baton-killed-'));
const children = new Set<ChildProcess>();
const program = 'commit-apart.mjs';
beforeAll(() => bundleProgram('lib/testing/commit-apart.ts', join(temporary, program)));
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
});

/** Starts a process that will commit an upload, and reports its progress. */
function committer() {
  const child = fork(join(temporary, program), { execArgv: [], env: { ...process.env, TMPDIR: temporary } });
  children.add(child);
  const says = (word: string) =>
    new Promise<void>((resolve) => child.on('message', (said) => said === word && resolve()));
  return { child, warm: says('warm'), began: says('began'), done: says('done') };
}

/**
 * Commits in a process of its own, to its end or until `end` resolves; then kills the process. Returns milliseconds.
 */
async function commitApart({ child, warm, began, done }: ReturnType<typeof committer>, id: string, end = done) {
  await warm;
  const gone = once(child, 'exit');
  child.send(id);
  await began;
  const start = performance.now();
  await end;
  const milliseconds = performance.now() - start;
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
  return milliseconds;
}

async function stageFile(): Promise<string> {
  const collectionId = await inventedCollection(database, { figures });
  const rows = Array.from({ length: figures }, (_, at) => `D${at + 1},2026-M10,${at + 1}.5`);
  const content = new TextEncoder().encode(`指标代码,报告期代码,本期数\r\n${rows.join('\r\n')}\r\n`);
  const file = { name: '表.csv', content, sheet: await readFigureSheet(content, '表.csv') };
  const { id, counts } = await perform(stageUpload, reporter, { collectionId, file }, { now: new Date() });
  expect(counts).toEqual({ added: figures, changed: 0, unchanged: 0, faulty: 0 });
  return id;
}

/** All rows that a commit changes, at one moment. */
async function standing(id: string) {
  const [row] = await sql`
    select u.state, (select count(*)::int from submission_value where upload_id = u.id) as written,
      (select sum(filled)::int from submission) as filled,
      (select count(*)::int from audit_event where command = 'upload.commit') as told
    from upload u where id = ${id}`;
  return row;
}

/** Reverts the rows as if the upload had never been committed; its events stay. */
async function takenBack(id: string): Promise<void> {
  await sql`delete from submission_value where upload_id = ${id}`;
  await sql`update upload set state = 'staged', committed_by = null, committed_at = null where id = ${id}`;
  await sql`update submission set filled = 0, state = 'empty'`;
}

test('a commit killed at any moment has written all its figures or none, and the next one finishes', async () => {
  const id = await stageFile();
  const whole: number[] = [];
  for (const one of [committer(), committer(), committer()]) {
    whole.push(await commitApart(one, id));
    await takenBack(id);
  }
  const random = chance(kills);
  const found = { none: 0, all: 0 };
  let told = whole.length;
  // Starts the next processes while this one commits and dies.
  const waiting = [committer(), committer()];
  for (let n = 0; n < kills; n += 1) {
    if (n + waiting.length < kills) waiting.push(committer());
    const one = waiting.shift() ?? committer();
    const moment = (random(1300) / 1000) * median(whole);
    const end = n < late ? one.done : one.began.then(() => after(moment));
    await commitApart(one, id, end);
    const none = { state: 'staged', written: 0, filled: 0, told };
    const all = { state: 'committed', written: figures, filled: figures, told: told + 1 };
    const seen = await standing(id);
    expect([none, all]).toContainEqual(seen);
    found[seen?.state === 'staged' ? 'none' : 'all'] += 1;
    // Waits for locks that the killed process still holds.
    const answer = await perform(commitUpload, reporter, { id }, { now: new Date() });
    expect(answer).toMatchObject({ id, added: figures, changed: 0 });
    expect(await standing(id)).toEqual(all);
    told += 1;
    await takenBack(id);
  }
  expect(found.all).toBeGreaterThanOrEqual(late);
  expect(found.none).toBeGreaterThanOrEqual(late);
  expect(readdirSync(temporary)).toEqual([program]);
}, 240_000);
