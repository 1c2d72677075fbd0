import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { generatedCase } from '@/lib/testing/generated-schemes';
import { many } from '@/lib/testing/many';
import { scoresInSql } from '@/lib/testing/scores-in-sql';
import { assess } from './assess';

const { sql } = await testDatabase();
/** Another seed draws other schemes; a failure names its seed. */
const seed = Number(process.env.BATON_SEED ?? 20_260_101);
const inOneStatement = 20;
const cases = many(10_000, 1000);

test(`${cases} generated schemes have the totals and ranks that SQL computes (seed ${seed})`, async () => {
  const seen = { ties: 0, unranked: 0, missing: 0 };
  for (let from = 0; from < cases; from += inOneStatement) {
    const drawn = fc.sample(generatedCase, { numRuns: inOneStatement, seed: seed + from });
    const rows = drawn.map(({ policies, items, blocks, units, figures }) => ({
      policies,
      items,
      blocks,
      units,
      figures,
    }));
    const told = await sql.unsafe(scoresInSql, [JSON.stringify(rows)]);
    const inSql = new Map(told.map(({ c, u, total, rank }) => [`${c} ${u}`, { total, rank }]));
    drawn.forEach(({ scheme, inputs }, at) => {
      for (const { unit, total, rank, isTied } of assess(scheme, inputs).units) {
        const other = inSql.get(`${at + 1} ${unit}`);
        const where = () => `seed ${seed + from} case ${at} ${unit} ${JSON.stringify(drawn[at])}`;
        const isNear =
          total === null || other?.total === null
            ? total === other?.total
            : Math.abs(total - (other?.total ?? Number.NaN)) <= 1e-9 * Math.max(1, Math.abs(total));
        if (!isNear || rank !== other?.rank)
          expect.fail(`${total} ${rank} ≠ ${other?.total} ${other?.rank}: ${where()}`);
        if (isTied) seen.ties += 1;
        if (total === null) seen.missing += 1;
        if (rank === null) seen.unranked += 1;
      }
    });
  }
  expect(seen.ties).toBeGreaterThan(cases / 10);
  expect(seen.missing).toBeGreaterThan(cases / 20);
  expect(seen.unranked).toBeGreaterThan(cases / 20);
}, 600_000);
