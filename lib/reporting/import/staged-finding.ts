import type { StagedFinding } from '@/lib/reporting/import/words';

/** A finding of reading a sheet; those of a rule have a message of its author besides. */
export const finding = (
  severity: StagedFinding['severity'],
  key: string,
  address: string,
  details: StagedFinding['details'] = {},
): StagedFinding => ({ severity, key, address, details, message: null });
