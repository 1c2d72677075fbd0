import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Sql } from '@/db/client';
import type { Period } from '@/lib/catalogue/periods/period';
import { periodRow } from '@/lib/cli/bench/synthetic';

const figure = `value, decimals, qualifier, qualifier_printed, vintage, reported_yoy, period_printed, source_code,
  locator, quote, note`;
const key = 'indicator_code, period_code, org_unit_code';
const read = `indicator, period, unit, value, 2, qualifier, coalesce(qualifier_printed, ''), vintage, reported_yoy,
  coalesce(period_printed, ''), source, locator, coalesce(quote, ''), note`;

/** The statements that store a copied file, unchecked, in every table that an import writes. */
const statements = [
  `insert into observation (${key}, ${figure}, version, updated_by, updated_at)
    select ${read}, 1, 'bench', now() from staging
    on conflict (${key}) do update set value = excluded.value, decimals = excluded.decimals,
      qualifier = excluded.qualifier, qualifier_printed = excluded.qualifier_printed, vintage = excluded.vintage,
      reported_yoy = excluded.reported_yoy, period_printed = excluded.period_printed,
      source_code = excluded.source_code, locator = excluded.locator, quote = excluded.quote, note = excluded.note,
      version = observation.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
  `insert into import_batch (id, file_name, imported_at, imported_by, added, changed, unchanged)
    values ('bench', 'bench', now(), 'bench', 0, 0, 0)`,
  `insert into observation_revision (${key}, ${figure}, revision, reason, recorded_by, recorded_at, batch_id)
    select ${read}, 1, 'bench', 'bench', now(), 'bench' from staging`,
  `insert into coverage (indicator_code, peer_group_code, period_code, units)
    select s.indicator, m.peer_group_code, s.period, count(*)
    from staging s join peer_group_member m on m.org_unit_code = s.unit group by 1, 2, 3
    on conflict (indicator_code, peer_group_code, period_code) do update set units = excluded.units`,
  `insert into source_coverage (source_code, indicator_code, period_code, figures)
    select source, indicator, period, count(*) from staging group by 1, 2, 3
    on conflict (source_code, indicator_code, period_code) do update set figures = excluded.figures`,
  `insert into unit_coverage (org_unit_code, figures, latest)
    select unit, count(*), max(period) from staging group by 1
    on conflict (org_unit_code) do update set figures = excluded.figures, latest = excluded.latest`,
];

const takenBack = new Error('taken back');

/**
 * Seconds that the database alone takes to copy a tidy file and to store its rows, unchecked, as figures, revisions and
 * coverage. The copy is rolled back.
 */
export async function timeCopy(sql: Sql, file: string, periods: readonly Period[]): Promise<number> {
  let seconds = Number.NaN;
  await sql
    .begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      await tx`insert into period ${tx(periods.map(periodRow))} on conflict do nothing`;
      const began = performance.now();
      await tx`create temp table staging (indicator text, unit text, period text, value numeric, qualifier text,
        qualifier_printed text, vintage text, reported_yoy numeric, period_printed text, source text, locator text,
        quote text, note text) on commit drop`;
      await pipeline(createReadStream(file), await tx`copy staging from stdin with (format csv, header)`.writable());
      for (const statement of statements) await tx.unsafe(statement);
      seconds = (performance.now() - began) / 1000;
      throw takenBack;
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
  return seconds;
}
