import * as z from 'zod';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** A sheet that the caller has read in a thread with limits. */
export const sheetInput = z.custom<FigureSheet>(
  (value) => typeof value === 'object' && value !== null && 'marks' in value,
);
