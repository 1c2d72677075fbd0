import { fingerprintOf } from '@/lib/assessment/runs/fingerprint';
import type { FingerprintForm } from '@/lib/assessment/runs/words';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';

/** Scores frozen inputs once more. Returns the result and its fingerprint, in the run's form, which must equal the stored one. */
export function recomputeRun(stored: {
  readonly document: unknown;
  readonly scheme: Scheme;
  readonly inputs: Inputs;
  readonly run: { readonly fingerprintForm: FingerprintForm };
}): {
  assessment: Assessment;
  sha256: string;
} {
  const assessment = assess(stored.scheme, stored.inputs);
  return { assessment, sha256: fingerprintOf(stored.document, stored.inputs, assessment, stored.run.fingerprintForm) };
}
