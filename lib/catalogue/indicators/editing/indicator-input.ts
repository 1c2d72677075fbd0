import * as z from 'zod';
import { bases, directions, frequencies, measures } from '@/lib/catalogue/words';
import { Code, Day, line, lines, Reason } from '@/lib/reporting/collections/terms';

/** The most other names of one indicator. */
const mostAliases = 30;

/** A code that the office gives: formulas must be able to name it. */
export const NewCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .pipe(z.string().regex(/^[A-Z][A-Z0-9_-]{0,39}$/));

/** What an indicator is. English names may be empty and are then the Chinese ones. */
export const indicatorFields = {
  topicCode: Code,
  nameZh: line(2, 60),
  nameEn: line(0, 120),
  unitZh: line(1, 20),
  unitEn: line(0, 40),
  decimals: z.int().min(0).max(6),
  measure: z.enum(measures),
  direction: z.enum(directions),
  basis: z.enum(bases),
  frequency: z.enum(frequencies),
  responsibleZh: line(1, 60),
  assistingZh: line(0, 200),
  contact: line(0, 100),
  aliases: z.array(line(1, 60)).max(mostAliases),
  /** For a published growth rate: the code or the name of the indicator whose growth it states; empty for none. */
  growthOf: line(0, 120),
};
const Indicator = z.strictObject(indicatorFields);
export type IndicatorInput = z.infer<typeof Indicator>;

/** The wording of a definition; English texts may be empty. */
export const definitionFields = {
  validFrom: Day,
  definitionZh: lines(2, 2000),
  definitionEn: lines(0, 4000),
  formulaZh: lines(0, 1000),
  formulaEn: lines(0, 2000),
};

/** A new definition from a day on, with its reason. */
export const DefinitionInput = z.strictObject({
  code: Code,
  ...definitionFields,
  /** Whether figures before and after that day cannot be compared. */
  isBreak: z.boolean(),
  reason: Reason,
});
export type DefinitionInput = z.infer<typeof DefinitionInput>;

/** The last day of an indicator, or none to use it again, and the indicator that takes its place. */
export const RetirementInput = z.strictObject({
  code: Code,
  retiredOn: Day.nullable(),
  /** A code or a name; empty for none. */
  replacedBy: line(0, 120),
  reason: Reason,
});
export type RetirementInput = z.infer<typeof RetirementInput>;

/** The English text, or the Chinese one where there is none. */
export const englishOr = (english: string, chinese: string) => english || chinese;

/** The names in a typed list: departments or aliases, separated by commas, semicolons, 、 or lines; each once. */
export function namesIn(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[、，,;；\n]+/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
}
