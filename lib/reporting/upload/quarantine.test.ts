import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '@/lib/reporting/upload/limits';
import { quarantineBody } from '@/lib/reporting/upload/quarantine';
import { refusalOf } from '@/lib/testing/accounts';

const usual = process.env.TMPDIR;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-quarantine-'));
  process.env.TMPDIR = folder;
});
afterAll(async () => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  await rm(folder, { recursive: true });
});

const address = 'http://127.0.0.1/api/uploads/figures';
const leftFiles = () => readdirSync(folder);

function formOf(content: string): Request {
  const form = new FormData();
  form.set('collection', 'c');
  form.set('file', new Blob([content]), '数据.csv');
  return new Request(address, { method: 'POST', body: form });
}

/** A request whose body arrives in these pieces and then breaks off, or ends. */
function streamedRequest(pieces: Iterable<Uint8Array>, { breaks = false } = {}): Request {
  const all = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = all.next();
      if (!done) return controller.enqueue(value);
      if (breaks) return controller.error(new Error('gone'));
      controller.close();
    },
  });
  const type = 'multipart/form-data; boundary=x';
  return new Request(address, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);
}

test('a form arrives unchanged, and its file never has a name on disk', async () => {
  const sent = await quarantineBody(formOf('指标代码,本期数\n'));
  expect(leftFiles()).toEqual([]);
  const form = await sent.form();
  const file = form.get('file');
  expect(form.get('collection')).toBe('c');
  expect(file instanceof File && [file.name, await file.text()]).toEqual(['数据.csv', '指标代码,本期数\n']);
  await sent.close();
  expect(leftFiles()).toEqual([]);
});

test('a body that is no form is refused as malformed', async () => {
  const sent = await quarantineBody(streamedRequest([Buffer.from('--y\r\nnothing')]));
  expect(await refusalOf(sent.form())).toBe('invalid malformedForm');
  await sent.close();
});

test('a body that is too long is refused early, and nothing remains on disk', async () => {
  const mega = new Uint8Array(1024 * 1024);
  let given = 0;
  const endless = {
    *[Symbol.iterator]() {
      for (;;) {
        given += mega.length;
        yield mega;
      }
    },
  };
  expect(await refusalOf(quarantineBody(streamedRequest(endless)))).toBe('limit upload.tooLarge');
  expect(given).toBeLessThanOrEqual(limits.bodyBytes + 3 * mega.length);
  expect(leftFiles()).toEqual([]);
});

test('a body that breaks off is refused, and nothing remains on disk', async () => {
  const broken = streamedRequest([Buffer.from('--x\r\n')], { breaks: true });
  expect(await refusalOf(quarantineBody(broken))).toBe('invalid upload.damaged');
  expect(leftFiles()).toEqual([]);
});
