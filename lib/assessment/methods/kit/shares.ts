import * as z from 'zod';

/** A share of an item's points, in percent. */
export const Share = z.number().min(-1000).max(1000);
/** The least and the most an item may earn, in percent of its points. */
export const floor = Share.default(0);
export const cap = Share.default(100);
