import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import type { DefinitionView } from './words';

/**
 * The definition that held in a period, of those of an indicator with the newest first: the last that came into force
 * by its end. The newest without a period, the first of all for a period before it; undefined for no definitions.
 */
export function definitionAt(
  definitions: readonly DefinitionView[],
  periodCode: string | null,
): DefinitionView | undefined {
  const period = periodCode === null ? null : parsePeriod(periodCode);
  const days = period && periodDays(period);
  if (!days) return definitions[0];
  return definitions.find(({ validFrom }) => validFrom <= days.endsOn) ?? definitions.at(-1);
}
