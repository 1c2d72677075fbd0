import * as z from 'zod';
import type { GridChoice } from '@/lib/monitoring/targets/grid/words';
import { firstYear, lastYear } from '@/lib/monitoring/targets/words';
import { withQuery } from '@/lib/paths';

const Code = z.string().regex(/^[\w.-]{1,64}$/);
/** Codes of an address: one name several times, or once with commas. */
const Codes = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.split(',')))
  .transform((codes) => [...new Set(codes.filter((code) => Code.safeParse(code).success))].slice(0, 500))
  .catch([]);

/** A year of an address; undefined for none that targets may have. */
export const YearInAddress = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.int().min(firstYear).max(lastYear))
  .optional()
  .catch(undefined);

/** What the address of the grid asks for. */
export const GridAddress = z.object({
  year: YearInAddress,
  group: Code.optional().catch(undefined),
  unit: Codes,
  indicator: Codes,
  issued: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional()
    .catch(undefined),
  unplanned: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional()
    .catch(undefined),
  imported: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional()
    .catch(undefined),
});

/** An address about the same year, units and indicators. */
export function choiceAddress(path: string, choice: GridChoice, more: Readonly<Record<string, string>> = {}): string {
  return withQuery(path, {
    year: choice.year,
    group: choice.group,
    unit: choice.units.join(','),
    indicator: choice.indicators.join(','),
    ...more,
  });
}
