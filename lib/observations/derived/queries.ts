import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicatorFormula } from '@/db/schema/derived';

/** The formula of an indicator, which everybody may read; null for one whose figures are reported or cited. */
export async function formulaOf(code: string) {
  const [found] = await db()
    .select({
      expression: indicatorFormula.expression,
      unitCode: indicatorFormula.orgUnitCode,
      version: indicatorFormula.version,
    })
    .from(indicatorFormula)
    .where(eq(indicatorFormula.indicatorCode, code));
  return found ?? null;
}
