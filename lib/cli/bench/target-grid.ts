import { drizzleOver, type Sql } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { answerTimes, percentile } from '@/lib/cli/bench/timing';
import { account, Browser, writingHeaders } from '@/lib/testing/accounts';
import { inventedFigures } from '@/lib/testing/invented-run';

const size = { units: 100, items: 50 } as const;
const year = 2026;
const saves = 100;

/** The time until a large grid of targets has arrived, over HTTP, and to save one of its cells. */
export async function targetTimes(sql: Sql, url: string): Promise<Measured[]> {
  const database = drizzleOver(sql);
  for (let before = 1; before <= 6; before += 1) {
    await inventedFigures(database, { ...size, period: `${year - before}` });
  }
  const user = await account(database, { username: 'benchoffice', role: 'assessmentOffice', unitCode: '' });
  const browser = new Browser('10.0.3.1');
  await browser.signIn(user.username, user.password);
  const cookie = browser.caller.cookies;
  const indicator = Array.from({ length: size.items }, (_, at) => `M${at + 1}`).join(',');
  const page = { name: 'grid', url: `${url}/monitoring/targets?year=${year}&group=G&indicator=${indicator}`, cookie };
  const times = await answerTimes([page], 20);
  const headers = { 'content-type': 'application/json', origin: url, ...(await writingHeaders(cookie)) };
  const save = async (at: number): Promise<number> => {
    const cell = { unit: `U${at + 1}`, indicator: 'M1', version: 0, base: '90', stretch: '' };
    const began = performance.now();
    const body = JSON.stringify({ year, cells: [cell] });
    const answer = await fetch(`${url}/api/monitoring/targets`, { method: 'POST', headers, body });
    const said = await answer.text();
    if (answer.status !== 200) throw new Error(`a save was answered ${answer.status}: ${said}`);
    return performance.now() - began;
  };
  const waits: number[] = [];
  for (let at = 0; at < saves; at += 1) waits.push(await save(at));
  return [
    {
      what: `A grid of ${size.units} units × ${size.items} indicators of targets, median answer`,
      value: times.get('grid') ?? Number.NaN,
      unit: 'ms',
      budget: 1000,
    },
    { what: 'Saving a target, 95th of a hundred', value: percentile(waits, 0.95), unit: 'ms', budget: 150 },
  ];
}
