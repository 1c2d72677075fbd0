import type { LampColour } from '@/lib/monitoring/lamps/words';

/** What somebody may set by hand, the worst first: a colour, or nothing any more. */
export const handColours = ['red', 'yellow', 'green', 'none'] as const satisfies readonly (LampColour | 'none')[];
