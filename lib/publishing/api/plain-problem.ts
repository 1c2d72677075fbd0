import { api as en } from '@/lib/i18n/en/api';
import { api as zhCN } from '@/lib/i18n/zh-CN/api';
import { paths } from '@/lib/paths';
import { spokenLocale } from '@/lib/publishing/api/spoken-locale';
import { problemStatuses } from '@/lib/publishing/api/words';

/** The methods of an address: everything is read, figures are written too. */
const methodsAt = (url: string) => ['GET', 'HEAD', ...(new URL(url).pathname === paths.apiFigures ? ['POST'] : [])];

/** The problem of a method that there is not; null for one that there is. */
export function methodProblem({ method, url, headers }: Pick<Request, 'method' | 'url' | 'headers'>): Response | null {
  const methods = methodsAt(url);
  if (methods.includes(method)) return null;
  return plainProblem('methodNotAllowed', headers, { Allow: methods.join(', ') });
}

/** A problem that is told before every route; its words are taken as they stand, since this is read before every page. */
export function plainProblem(
  kind: 'unavailable' | 'methodNotAllowed',
  asked: Headers,
  more: Record<string, string>,
): Response {
  const locale = spokenLocale(asked.get('accept-language'));
  const { title, detail } = (locale === 'en' ? en : zhCN).problems[kind];
  const status = problemStatuses[kind];
  return new Response(JSON.stringify({ type: `${paths.apiReference}#${kind}`, title, status, detail }), {
    status,
    headers: { ...more, 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': locale },
  });
}
