import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { applyMigrations, migrationsFolder } from '@/db/migrate';
import { testDatabase } from '@/db/testing';
import { fingerprintOf } from '@/lib/assessment/runs/fingerprint';
import { storedRun } from '@/lib/assessment/runs/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import { assess } from '@/lib/assessment/scoring/assess';
import { anyInputs, anyScheme } from '@/lib/assessment/scoring/testing-generators';
import { firstOffice } from '@/lib/testing/invented-run';

const { database, sql } = await testDatabase({ migrated: false });
const folder = mkdtempSync(join(tmpdir(), 'baton-earlier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The last migration under which items and figures were stored as lists of objects. */
const last = '0012_revisions-in-order';

/** The migrations up to that one, in a folder of their own. */
function earlierMigrations(): string {
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const until = entries.findIndex(({ tag }: { tag: string }) => tag === last);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, until + 1) }));
  return folder;
}

const drawn = fc.sample(fc.tuple(anyScheme, anyInputs), { numRuns: 40, seed: 7 }).map(([scheme, anyOf], at) => {
  const codes = anyOf.units.map(({ code }) => code);
  // A run freezes the targets of its own units.
  const inputs = { ...anyOf, targets: anyOf.targets.filter(({ unit }) => codes.includes(unit)) };
  const document = JSON.parse(JSON.stringify(scheme));
  const assessment = assess(scheme, inputs);
  return { id: `${at}`, document, inputs, assessment, sha256: fingerprintOf(document, inputs, assessment, 1) };
});

/** A published run as it was stored then; what it refers to is of no matter here. */
async function storeAsThen({ id, document, inputs, assessment, sha256 }: (typeof drawn)[number]): Promise<void> {
  const of = <T extends { unit: string }>(list: readonly T[], code: string) => list.filter(({ unit }) => unit === code);
  const { deadlinePassed, units, entries, period } = inputs;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into scheme_version (scheme_code, number, state, document, edited_by, edited_at)
      values (${id}, 1, 'published', ${JSON.stringify(document)}::text::jsonb, 'check', now())`;
    await tx`insert into run (id, scheme_code, scheme_version, peer_group_code, period_code, state, is_demonstration, terms,
        bases, notes, units, ranked, items, sha256, engine, computed_by, computed_at)
      values (${id}, ${id}, 1, 'G', ${period}, 'published', true, ${JSON.stringify({ deadlinePassed, units, entries })}::text::jsonb,
        ${JSON.stringify(assessment.bases)}::text::jsonb, ${JSON.stringify(assessment.notes)}::text::jsonb,
        ${units.length}, 0, 0, ${sha256}, 1, 'check', now())`;
    const rows = assessment.units.map((score, at) => ({
      ...{ org_unit_code: score.unit, run_id: id, position: at + 1, total: score.total, shown: score.shown },
      ...{ rank: score.rank, is_tied: score.isTied, is_apart: score.isApart, is_provisional: score.isProvisional },
      ...{ is_eligible: score.isEligible, grade: score.grade, blocks: score.blocks, items: score.items },
      ...{ adjustments: score.adjustments, notes: score.notes, targets: of(inputs.targets, score.unit) },
      figures: of(inputs.figures, score.unit).map((figure) => ({
        ...{ indicator: figure.indicator, period: figure.period, value: figure.value, qualifier: figure.qualifier },
        ...{ decimals: 1, qualifierPrinted: '', vintage: 'final', revision: 1, source: 'S' },
      })),
    }));
    await tx`insert into run_score select * from jsonb_populate_recordset(null::run_score, ${JSON.stringify(rows)}::text::jsonb)`;
  });
}

test('runs stored as lists of objects come to their fingerprint from the form that took its place', async () => {
  await migrate(database, { migrationsFolder: earlierMigrations() });
  for (const one of drawn) await storeAsThen(one);
  await applyMigrations(sql);
  for (const { id, inputs, assessment, sha256 } of drawn) {
    const stored = await database.transaction((tx) => storedRun(tx, firstOffice, id));
    if (!stored) throw new Error(`no run ${id}`);
    expect(stored.assessment).toStrictEqual(JSON.parse(JSON.stringify(assessment)));
    expect(stored.inputs.figures).toHaveLength(inputs.figures.length);
    expect(fingerprintOf(stored.document, stored.inputs, stored.assessment, 1)).toBe(sha256);
    expect(recomputeRun(stored).sha256).toBe(sha256);
  }
  await expect(sql`update run_score set grade = 'x'`).rejects.toMatchObject({ code: '23001' });
});
