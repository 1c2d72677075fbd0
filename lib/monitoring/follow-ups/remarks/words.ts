import type { Name, Named } from '@/lib/i18n/words';
import type { FollowUpState, RemarkAbout } from '@/lib/monitoring/follow-ups/words';

/** A leader's remark as it is shown, with what became of it; one upon a follow-up is a step of its history. */
export type RemarkLine = {
  readonly id: string;
  readonly about: RemarkAbout | { readonly kind: 'followUp'; readonly followUp: string };
  readonly unit: Named | null;
  readonly indicator: Named | null;
  /** The scheme of a score, the sequence of a report, the title of a collection or a follow-up. */
  readonly of: Name | null;
  /** The period that it is about; empty for none. */
  readonly period: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
  /** The follow-up that was raised from it, and its state; null while there is none. */
  readonly followUpId: string | null;
  readonly followUpState: FollowUpState | null;
  /** Why the office raises none; null where it has not said so. */
  readonly answer: string | null;
  readonly answeredBy: string | null;
};
