import { blocks, mustExplain } from '@/lib/reporting/rules/find';
import type { CheckFinding } from '@/lib/reporting/words';

/**
 * What the approval of a figure with these findings asks of the reviewer: a mandatory finding makes it impossible; one of
 * a 核定数 that a reporter would have to explain needs the reviewer's reason, since the reporter's words are about the
 * reported number.
 */
export function approvalOver(findings: readonly CheckFinding[]): 'free' | 'withReason' | 'impossible' {
  if (findings.some(blocks)) return 'impossible';
  return findings.some((one) => one.isOfApproved && mustExplain(one)) ? 'withReason' : 'free';
}
