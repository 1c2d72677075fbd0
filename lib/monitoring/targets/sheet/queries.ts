import { indicator } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** What the figures of every indicator are read by, by code. */
export async function checkedIndicators(work: Work): Promise<ReadonlyMap<string, CheckedIndicator>> {
  const rows = await work.tx
    .select({
      ...{ code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn, unitZh: indicator.unitZh },
      ...{ unitEn: indicator.unitEn, decimals: indicator.decimals, measure: indicator.measure },
      ...{ direction: indicator.direction, basis: indicator.basis },
    })
    .from(indicator);
  return new Map(rows.map((row) => [row.code, row]));
}
