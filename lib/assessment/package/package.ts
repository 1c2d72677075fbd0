import * as z from 'zod';
import { fingerprintForms } from '@/lib/assessment/runs/words';
import { entryKinds } from '@/lib/assessment/words';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

/**
 * The inputs of a run besides its figures: together with the figures as tidy CSV, all that is needed to compute it
 * again. The scheme is the stored document, so that the fingerprint is the same.
 */
export const RunPackage = z.strictObject({
  /** How the fingerprint of the run is written; files from before there were two forms do not say. */
  fingerprintForm: z.literal(fingerprintForms).default(1),
  /** The engine that computed the run, and its fingerprint; files from before they were written do not say. */
  engine: z.int().positive().nullable().default(null),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  scheme: z.record(z.string(), z.unknown()),
  period: z.string(),
  deadlinePassed: z.boolean(),
  units: z.array(z.strictObject({ code: z.string(), nameZh: z.string(), nameEn: z.string(), order: z.int() })),
  targets: z.array(
    z.strictObject({ indicator: z.string(), unit: z.string(), base: decimal, stretch: decimal.nullable() }),
  ),
  entries: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.string(),
      kind: z.enum(entryKinds),
      node: z.string(),
      rule: z.string(),
      points: z.number().nonnegative(),
      incident: z.string(),
      article: z.string(),
      reason: z.string(),
    }),
  ),
});
export type RunPackage = z.infer<typeof RunPackage>;
