import { asc, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { indicator, indicatorDefinition, orgUnit, peerGroup, source, topic } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { derivedSource } from '@/lib/observations/derived/words';

/** The catalogue as an import compares with it and as an export writes it, in the official orders. */
export type CatalogueState = Awaited<ReturnType<typeof readState>>;

/**
 * The whole catalogue. Refuses who may not manage it. The document of computed figures is the product's own and no part
 * of it; of targets the issued values, and drafts of those that are not issued.
 */
export async function catalogueState(principal: Principal, tx: Tx | Database = db()): Promise<CatalogueState> {
  if (principal.role !== 'system' && !maySee(principal.role, 'manageCatalogue'))
    throw new Refusal('forbidden', 'command', { command: 'catalogue.import', role: principal.role });
  return readState(tx);
}

async function readState(tx: Tx | Database) {
  return {
    units: await tx
      .select({ row: orgUnit, aliases: aliasesOf('org_unit_alias', 'org_unit_code', orgUnit.code) })
      .from(orgUnit)
      .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code)),
    groups: await tx.select().from(peerGroup).orderBy(asc(peerGroup.sortOrder), asc(peerGroup.code)),
    members: [
      ...(await tx.execute<Membership>(sql`
        select m.peer_group_code as "group", m.org_unit_code as unit, m.valid_from as "validFrom",
          m.valid_to as "validTo", m.position
        from peer_group_member m join peer_group g on g.code = m.peer_group_code join org_unit u on u.code = m.org_unit_code
        order by g.sort_order, g.code, m.position nulls last, u.sort_order, u.code, m.valid_from`)),
    ],
    topics: await tx.select().from(topic).orderBy(asc(topic.sortOrder), asc(topic.code)),
    indicators: await tx
      .select({ row: indicator, aliases: aliasesOf('indicator_alias', 'indicator_code', indicator.code) })
      .from(indicator)
      .orderBy(asc(indicator.sortOrder), asc(indicator.code)),
    definitions: await tx
      .select()
      .from(indicatorDefinition)
      .orderBy(asc(indicatorDefinition.indicatorCode), asc(indicatorDefinition.validFrom)),
    formulas: [
      ...(await tx.execute<StoredFormula>(sql`
        select indicator_code as indicator, expression, coalesce(org_unit_code, '') as unit, version
        from indicator_formula order by 1`)),
    ],
    sources: await tx
      .select()
      .from(source)
      .where(sql`${source.code} <> ${derivedSource}`)
      .orderBy(asc(source.sortOrder), asc(source.code)),
    targets: [
      ...(await tx.execute<StoredTarget>(sql`
        select coalesce(t.indicator_code, d.indicator_code) as indicator, coalesce(t.org_unit_code, d.org_unit_code) as unit,
          coalesce(t.year, d.year) as year, (case when t.version is null then d.base else t.base end)::text as base,
          (case when t.version is null then d.stretch else t.stretch end)::text as stretch,
          t.version as "issuedVersion", d.version as "draftVersion"
        from target t full join target_draft d
          on (t.indicator_code, t.org_unit_code, t.year) = (d.indicator_code, d.org_unit_code, d.year)
        join indicator i on i.code = coalesce(t.indicator_code, d.indicator_code)
        join org_unit u on u.code = coalesce(t.org_unit_code, d.org_unit_code)
        where t.version is not null or d.base is not null or d.stretch is not null
        order by 3, i.sort_order, i.code, u.sort_order, u.code`)),
    ],
    waiting: [
      ...(await tx.execute<{ kind: string; input: Readonly<Record<string, unknown>> }>(sql`
        select kind, input from proposal where state = 'waiting' order by id`)),
    ],
  };
}

type Membership = {
  readonly group: string;
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly position: number | null;
};
type StoredFormula = {
  readonly indicator: string;
  readonly expression: string;
  /** Empty for every unit with the inputs. */
  readonly unit: string;
  readonly version: number;
};
type StoredTarget = {
  readonly indicator: string;
  readonly unit: string;
  readonly year: number;
  readonly base: string | null;
  readonly stretch: string | null;
  readonly issuedVersion: number | null;
  readonly draftVersion: number | null;
};

const aliasesOf = (table: string, column: string, code: typeof orgUnit.code | typeof indicator.code) =>
  sql<
    string[]
  >`array(select alias from ${sql.raw(table)} a where a.${sql.raw(column)} = ${code} order by alias collate "C")`;
