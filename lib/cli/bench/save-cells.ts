import { setTimeout as after } from 'node:timers/promises';
import type { Sql } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { openCollection, type Reporter, reporters } from '@/lib/cli/bench/reporters';
import { percentile } from '@/lib/cli/bench/timing';
import { chance } from '@/lib/cli/fuzz/chance';
import { writingHeaders } from '@/lib/testing/accounts';

const period = '2026-M10';
const people = 20;
const saves = 15;

/**
 * The time to save one cell of the form, over HTTP, by twenty reporters at once: at typing speed, and as fast as the
 * product answers.
 */
export async function saveTimes(sql: Sql, url: string): Promise<Measured[]> {
  const staff = await reporters(sql, 'typist', people);
  const collectionId = await openCollection(sql, staff, period);
  const random = chance(people);
  /** Milliseconds of all saves of the cells from `first` on; `pause` is the typing time before each. */
  const timeSaves = async (first: number, count: number, pause: () => number) => {
    const times = staff.map(async (reporter) => {
      const own: number[] = [];
      for (let at = 0; at < count; at += 1) {
        await after(pause());
        own.push(await saveTime(url, reporter, { collectionId, indicatorCode: `D${first + at}` }));
      }
      return own;
    });
    return percentile((await Promise.all(times)).flat(), 0.95);
  };
  await timeSaves(1, 2, () => 0);
  return [
    {
      what: `Saving a cell, 95th of a hundred, ${people} reporters who type`,
      value: await timeSaves(3, saves, () => 500 + random(1000)),
      unit: 'ms',
      budget: 150,
    },
    {
      what: `The same, ${people} reporters without a pause`,
      value: await timeSaves(3 + saves, saves, () => 0),
      unit: 'ms',
    },
  ];
}

async function saveTime(
  url: string,
  { cookie, unitCode }: Reporter,
  { collectionId, indicatorCode }: { collectionId: string; indicatorCode: string },
): Promise<number> {
  const entry = { typed: '12.5', typedYoy: '', note: '', sourceText: '', explanation: '' };
  const body = JSON.stringify({
    collectionId,
    unitCode,
    cells: [{ indicatorCode, periodCode: period, version: 0, entry }],
  });
  const headers = { 'content-type': 'application/json', origin: url, ...(await writingHeaders(cookie)) };
  const began = performance.now();
  const answer = await fetch(`${url}/api/reporting/figures`, { method: 'POST', headers, body });
  const said = await answer.text();
  const time = performance.now() - began;
  if (answer.status !== 200) throw new Error(`a save was answered ${answer.status}: ${said}`);
  return time;
}
