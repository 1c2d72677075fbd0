import type { AccountRole } from '@/lib/access/words';

/** The operating manuals, by the last part of their addresses. */
export const manualNames = ['leader', 'reporter', 'reviewer', 'office', 'administrator', 'auditor'] as const;
export type ManualName = (typeof manualNames)[number];

/** The pictures in the manuals; each exists in both languages. */
export const pictureNames = [
  'leader-ranking',
  'reporter-form',
  'reviewer-return',
  'office-progress',
  'office-run',
  'administrator-accounts',
  'auditor-trail',
] as const;
export type PictureName = (typeof pictureNames)[number];

/** The overriding rules, repeated in sections that they concern. */
export const ruleNames = ['reported', 'published', 'arithmetic'] as const;
export type RuleName = (typeof ruleNames)[number];

/** A text in both languages. A word of a page is written as the key of its message: `{entry.submit}`. */
export type Written = { readonly zh: string; readonly en: string };

export type ManualSection = {
  /** The anchor, unique in its manual. */
  readonly id: string;
  readonly title: Written;
  readonly steps: readonly Written[];
  readonly rules?: readonly RuleName[];
  readonly picture?: { readonly name: PictureName; readonly alt: Written };
};

export type Manual = {
  readonly name: ManualName;
  readonly roles: readonly AccountRole[];
  readonly title: Written;
  readonly forWhom: Written;
  /** The reading time. */
  readonly minutes: number;
  readonly sections: readonly ManualSection[];
};
