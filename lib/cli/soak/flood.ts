import type { Reporter } from '@/lib/cli/bench/reporters';
import { writingHeaders } from '@/lib/testing/accounts';

/** The result of a flood of files of one account: its answers, and those to another account's file meanwhile. */
export type Flood = { readonly statuses: ReadonlyMap<number, number>; readonly other: { status: number; ms: number } };

const megabytes = 20;

/** Sends 25 files of 20 MB of one account at once, and a small one of another account meanwhile. */
export async function flood(url: string, collectionId: string, [one, other]: [Reporter, Reporter]): Promise<Flood> {
  const head = '指标代码,报告期代码,本期数,备注\r\n';
  const row = (n: number) => `D${1 + (n % 100)},2026-M10,${n % 1000}.5,${'演示备注'.repeat(12)}${n}\r\n`;
  const rows: string[] = [head];
  for (let n = 0, size = 0; size < (megabytes - 1) * 1024 * 1024; n += 1)
    size += Buffer.byteLength(rows[rows.push(row(n)) - 1] ?? '');
  const large = Buffer.from(rows.join(''));
  const send = async (who: Reporter, content: Buffer, name: string) => {
    const form = new FormData();
    form.set('collection', collectionId);
    form.set('file', new Blob([new Uint8Array(content)]), name);
    const began = performance.now();
    const status = await fetch(`${url}/api/uploads/figures`, {
      method: 'POST',
      body: form,
      headers: { origin: url, ...(await writingHeaders(who.cookie)) },
      redirect: 'manual',
      signal: AbortSignal.timeout(180_000),
    }).then(
      async (answer) => {
        await answer.text();
        return answer.status;
      },
      // A refused sender finds the connection closed while still sending.
      () => 0,
    );
    return { status, ms: performance.now() - began };
  };
  const all = Array.from({ length: 25 }, (_, n) => send(one, large, `${n}.csv`));
  await new Promise((later) => setTimeout(later, 1000));
  const met = await send(other, Buffer.from(`${head}D1,2026-M10,12.5,演示\r\n`), 'small.csv');
  const statuses = new Map<number, number>();
  for (const { status } of await Promise.all(all)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return { statuses, other: met };
}
