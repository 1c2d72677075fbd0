import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import type { DefinitionView } from './words';

/**
 * The definition that held in a period, of those of an indicator with the newest first: the last that came into force
 * by its end; without a period the one of `today`. The first of all for a time before it; undefined for no definitions.
 */
export function definitionAt(
  definitions: readonly DefinitionView[],
  periodCode: string | null,
  today = '9999-12-31',
): DefinitionView | undefined {
  const period = periodCode === null ? null : parsePeriod(periodCode);
  const days = period && periodDays(period);
  const end = days?.endsOn ?? today;
  return definitions.find(({ validFrom }) => validFrom <= end) ?? definitions.at(-1);
}
