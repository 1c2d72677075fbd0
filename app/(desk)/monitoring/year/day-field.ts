import type { YearStep } from '@/lib/monitoring/year-plan/words';

/** The field of the day of a step. */
export const dayField = ({ kind, month }: YearStep): string => `${kind}-${month}`;
