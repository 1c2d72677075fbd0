import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { mappedNames } from '@/lib/testing/mapped-sheets';

/** The responsible department of all invented indicators but 税收收入, for which another one answers. */
export const [mappedDepartment, otherDepartment] = ['演示统计局', '演示税务局'];
export const mappedSource = 'MAP-REPORT';

/** Stores the invented units and indicators that messy sheets are read against, and a document to cite. */
export async function mappedCatalogue(database: Database): Promise<void> {
  const units = mappedNames.units.map(({ code, nameZh, nameEn, aliases }) => ({ code, nameZh, nameEn, aliases }));
  const indicators = mappedNames.indicators.map((one) => ({
    ...one,
    department: one.code === 'TAX' ? otherDepartment : mappedDepartment,
  }));
  const rows = (of: unknown) => sql`${JSON.stringify(of)}::jsonb`;
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into topic (code, name_zh, name_en, sort_order) values ('MAP', '演示', 'Demo', 997)`);
    await tx.execute(sql`
      insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
      select code, 'county', "nameZh", "nameEn", '', 8100 + n, true from rows from (jsonb_to_recordset(${rows(units)})
        as (code text, "nameZh" text, "nameEn" text)) with ordinality as t(code, "nameZh", "nameEn", n)`);
    await tx.execute(sql`insert into org_unit_alias (org_unit_code, alias)
      select code, jsonb_array_elements_text(aliases) from jsonb_to_recordset(${rows(units)}) as t(code text, aliases jsonb)`);
    await tx.execute(sql`
      insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
        basis, frequency, responsible_zh, responsible_en, sort_order)
      select code, 'MAP', "nameZh", "nameEn", '', "unitZh", "unitEn", decimals, measure, direction, basis, 'monthly',
        department, department, 210000
      from jsonb_to_recordset(${rows(indicators)}) as t(code text, "nameZh" text, "nameEn" text, "unitZh" text,
        "unitEn" text, decimals int, measure text, direction text, basis text, department text)`);
    await tx.execute(sql`insert into indicator_alias (indicator_code, alias)
      select code, jsonb_array_elements_text(aliases) from jsonb_to_recordset(${rows(indicators)})
        as t(code text, aliases jsonb)`);
    await tx.execute(sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values (${mappedSource}, '演示月报', '演示数据', '', '', 'official', 9101)`);
  });
}
