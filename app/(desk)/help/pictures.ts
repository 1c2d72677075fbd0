import type { StaticImageData } from 'next/image';
import type { PictureName } from '@/lib/help/words';
import type { Locale } from '@/lib/i18n/words';
import administratorAccountsEn from './pictures/administrator-accounts-en.webp';
import administratorAccountsZh from './pictures/administrator-accounts-zh.webp';
import auditorTrailEn from './pictures/auditor-trail-en.webp';
import auditorTrailZh from './pictures/auditor-trail-zh.webp';
import leaderRankingEn from './pictures/leader-ranking-en.webp';
import leaderRankingZh from './pictures/leader-ranking-zh.webp';
import officeProgressEn from './pictures/office-progress-en.webp';
import officeProgressZh from './pictures/office-progress-zh.webp';
import officeRunEn from './pictures/office-run-en.webp';
import officeRunZh from './pictures/office-run-zh.webp';
import reporterFormEn from './pictures/reporter-form-en.webp';
import reporterFormZh from './pictures/reporter-form-zh.webp';
import reviewerReturnEn from './pictures/reviewer-return-en.webp';
import reviewerReturnZh from './pictures/reviewer-return-zh.webp';

/** The pictures of the manuals; `e2e/pictures/take-manual-pictures.ts` takes them from the demonstration data. */
export const pictures: Readonly<Record<PictureName, Readonly<Record<Locale, StaticImageData>>>> = {
  'leader-ranking': { 'zh-CN': leaderRankingZh, en: leaderRankingEn },
  'reporter-form': { 'zh-CN': reporterFormZh, en: reporterFormEn },
  'reviewer-return': { 'zh-CN': reviewerReturnZh, en: reviewerReturnEn },
  'office-progress': { 'zh-CN': officeProgressZh, en: officeProgressEn },
  'office-run': { 'zh-CN': officeRunZh, en: officeRunEn },
  'administrator-accounts': { 'zh-CN': administratorAccountsZh, en: administratorAccountsEn },
  'auditor-trail': { 'zh-CN': auditorTrailZh, en: auditorTrailEn },
};
