import { chance, oneOf } from '@/lib/cli/fuzz/chance';
import { costly, damageNames, damages } from '@/lib/cli/fuzz/damages';
import type { SeedFile } from '@/lib/cli/fuzz/seed-files';
import { writingHeaders } from '@/lib/testing/accounts';

export type Sent = {
  /** The number of answers of each status; 0 for no answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds of the slowest answer, and its file. */
  readonly slowest: { readonly ms: number; readonly file: string };
  /** Files that got a server error or no answer. */
  readonly broken: readonly string[];
};

type Where = {
  readonly url: string;
  readonly cookies: string;
  readonly collectionId: string;
};

/** How often a file is sent again whose account had another one in work. */
const mostAgain = 50;

/** Damages that also happen by accident; four of five files have one. */
const simple = ['flips', 'flips', 'truncated'];

/** The `n`th file: its seed file, its damage and all random choices follow from `n` alone. */
export function fuzzedFile(seeds: readonly SeedFile[], n: number): SeedFile & { readonly damage: string } {
  const random = chance(n + 1);
  random(2);
  const seed = oneOf(random, seeds);
  const drawn = oneOf(random, random(5) > 0 ? simple : damageNames);
  const damage = costly.includes(drawn) && random(8) > 0 ? 'flips' : drawn;
  const change = damages[damage] ?? ((file: SeedFile) => file);
  return { ...change(seed, random), damage };
}

/**
 * Sends `count` damaged files, one after another as the product takes them of one account, and counts the answers; one that
 * arrives before the place of the one before is free (429) is sent again. `between` runs every 50 files with the number sent.
 */
export async function sendFuzzed(
  { url, cookies, collectionId }: Where,
  seeds: readonly SeedFile[],
  { count, between }: { count: number; between: (sent: number) => Promise<void> },
): Promise<Sent> {
  const statuses = new Map<number, number>();
  const broken: string[] = [];
  let slowest = { ms: 0, file: '' };
  for (let n = 0; n < count; n += 1) {
    if (n % 50 === 0) await between(n);
    const { name, bytes, damage } = fuzzedFile(seeds, n);
    const form = new FormData();
    form.set('collection', n % 3 === 0 ? '' : collectionId);
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    const began = performance.now();
    const headers = { origin: url, ...(await writingHeaders(cookies)) };
    const send = async () => {
      const signal = AbortSignal.timeout(60_000);
      const options = { method: 'POST', body: form, headers, redirect: 'manual', signal } as const;
      const given = await fetch(`${url}/api/uploads/figures`, options).catch(() => null);
      await given?.arrayBuffer().catch(() => {});
      return given;
    };
    let answer = await send();
    for (let time = 0; answer?.status === 429 && time < mostAgain; time += 1) answer = await send();
    const ms = performance.now() - began;
    const status = answer?.status ?? 0;
    const file = `${n} ${damage} ${name.slice(0, 20)}`;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 0 || status >= 500) broken.push(`${status} ${file}`);
    if (ms > slowest.ms) slowest = { ms, file };
  }
  return { statuses, slowest, broken };
}
