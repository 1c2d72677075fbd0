import type { StagedFinding } from '@/lib/reporting/import/words';

/** A finding of reading a sheet; those of a rule have a message of its author besides. */
export const finding = (
  severity: StagedFinding['severity'],
  key: string,
  address: string,
  details: StagedFinding['details'] = {},
): StagedFinding => ({ severity, key, address, details, message: null });

/** A text of a cell as a finding quotes it. */
export const shortText = (text: string) => [...text].slice(0, 60).join('');
