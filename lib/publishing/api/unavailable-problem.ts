import { api as en } from '@/lib/i18n/en/api';
import { api as zhCN } from '@/lib/i18n/zh-CN/api';
import { paths } from '@/lib/paths';
import { spokenLocale } from '@/lib/publishing/api/spoken-locale';
import { problemStatuses } from '@/lib/publishing/api/words';

/** The answer to a program while the database is unavailable; its words are taken as they stand, since this is read before every page. */
export function unavailableProblem(acceptLanguage: string | null): Response {
  const locale = spokenLocale(acceptLanguage);
  const { title, detail } = (locale === 'en' ? en : zhCN).problems.unavailable;
  const status = problemStatuses.unavailable;
  return new Response(JSON.stringify({ type: `${paths.apiReference}#unavailable`, title, status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': locale },
  });
}
