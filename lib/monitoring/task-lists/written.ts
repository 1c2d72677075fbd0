import { todayOf } from '@/lib/catalogue/today';

/** The day in Shanghai of a moment as the database writes it. */
export const dayOf = (moment: string): string => todayOf({ now: new Date(moment) });
