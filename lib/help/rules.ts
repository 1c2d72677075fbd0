import type { RuleName, Written } from '@/lib/help/words';

/** The three overriding rules, in the words of the manuals. */
export const rules: Readonly<Record<RuleName, Written>> = {
  reported: {
    zh: '审核人不改报送数。有问题的，退回并写明理由；或者在报送数旁另记核定数，两个数都留存。',
    en: 'A reviewer never edits a reported number. It is returned with a reason, or a verified value is recorded beside it; both are kept.',
  },
  published: {
    zh: '已经发布的结果不再变动。以后数据有修订，只会形成新的版本；原来发布的照旧可查。',
    en: 'Nothing published changes. A later revision makes a new version; what was published can still be read as it was.',
  },
  arithmetic: {
    zh: '没有不声明的计算。凡影响位次的并列、约界值、缺数和取整，都在结果旁边写明。',
    en: 'No silent arithmetic. Every tie, bound, gap and rounding that touched a rank is said beside it.',
  },
};
