import type { Reporter } from '@/lib/cli/bench/reporters';
import { writingHeaders } from '@/lib/testing/accounts';

const pages = ['/', '/workbench', '/catalogue/indicators', '/catalogue/indicators/GDP', '/catalogue/units', '/help'];

/** Lets each reporter read a page or save a figure repeatedly until it is over. Returns the number of good answers. */
export async function visits(
  { url, collectionId, people }: { url: string; collectionId: string; people: readonly Reporter[] },
  isOver: () => boolean,
): Promise<{ good: number; bad: number }> {
  const count = { good: 0, bad: 0 };
  const one = async ({ cookie, unitCode }: Reporter, who: number) => {
    const headers = { ...(await writingHeaders(cookie)), origin: url, 'content-type': 'application/json' };
    let version = 0;
    for (let round = who; !isOver(); round += 1) {
      const writes = round % 5 === 0;
      const entry = { typed: `${round % 1000}`, typedYoy: '', note: '', sourceText: '', explanation: '' };
      const cells = [{ indicatorCode: 'D1', periodCode: '2026-M10', version, entry }];
      const path = pages[round % pages.length] ?? '/';
      const answer = writes
        ? await fetch(`${url}/api/reporting/figures`, {
            method: 'POST',
            headers,
            body: JSON.stringify({ collectionId, unitCode, cells }),
          })
        : await fetch(`${url}${path}`, { headers });
      const text = await answer.text();
      if (writes && answer.ok) version = JSON.parse(text).saved[0]?.version ?? version;
      if (answer.ok) count.good += 1;
      else count.bad += 1;
      await new Promise((later) => setTimeout(later, 200));
    }
  };
  await Promise.all(people.map(one));
  return count;
}
