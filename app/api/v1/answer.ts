import type * as z from 'zod';
import { addressHeader, type Caller } from '@/lib/access/caller';
import { principalOfToken } from '@/lib/access/clients/queries';
import { maySee } from '@/lib/access/permissions';
import { anonymousPrincipal, isAnonymous, type Principal, readsNothing } from '@/lib/access/principal';
import { perUse } from '@/lib/access/throttle/attempts';
import { countUse } from '@/lib/access/throttle/queries';
import { Refusal } from '@/lib/errors';
import { refusalOf } from '@/lib/health/queries';
import type { Locale } from '@/lib/i18n/words';
import { logFault } from '@/lib/log';
import { withQuery } from '@/lib/paths';
import { isKnown, limitHeaders, tagOf } from '@/lib/publishing/api/answer-headers';
import { questionOf, readCursor, writtenCursor } from '@/lib/publishing/api/cursor';
import { type Operation, operations } from '@/lib/publishing/api/operations';
import { ApiProblem, writtenProblem } from '@/lib/publishing/api/problem';
import { readParameters } from '@/lib/publishing/api/read-parameters';
import { spokenLocale } from '@/lib/publishing/api/spoken-locale';
import { type OperationName, problemStatuses } from '@/lib/publishing/api/words';
import type { Kept, writeFigures } from '@/lib/publishing/api/writing/write-figures';
import { settings } from '@/lib/settings';

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** What a program asks, as it was found good: who reads, the parameters, and the place from which rows are wanted. */
export type Asked<Name extends OperationName> = {
  readonly principal: Principal;
  readonly parameters: z.output<(typeof operations)[Name]['parameters']>;
  readonly now: Date;
  /** The key in the cursor, in a shape; null for the first page. Refuses a cursor of another question. */
  readonly after: <Key>(shape: z.ZodType<Key>) => Key | null;
  /** The rows of a page out of one more than it may have, and the address of the next page by the key of the last. */
  readonly paged: <Row>(rows: readonly Row[], keyOf: (row: Row) => readonly unknown[]) => Page<Row>;
};

/** What is answered: rows with the next page as JSON, or a text as CSV or of another type. */
type Answer =
  | { readonly json: { readonly next: string | null } & Readonly<Record<string, unknown>> }
  | { readonly csv: string; readonly next: string | null; readonly type?: string };

/** What an answer depends on besides its address. */
const varying = 'Accept, Accept-Language, Authorization';
const noStore = { 'Cache-Control': 'no-store' };

/**
 * Answers a program: by its token, else as a visitor; so often; with every faulty parameter named; by a tag alone where it has
 * the answer already. A session of a browser counts for nothing here.
 */
export async function answerProgram<Name extends OperationName>(
  request: Request,
  name: Name,
  read: (asked: Asked<Name>) => Promise<Answer>,
): Promise<Response> {
  return within(request, async ({ principal, now, url }) => {
    const { view }: Operation = operations[name];
    if (view !== undefined && !maySee(principal.role, view)) throw notPermitted(principal);
    const found = readParameters(
      operations[name].parameters as (typeof operations)[Name]['parameters'],
      url.searchParams,
      now,
    );
    if ('faults' in found) throw new ApiProblem('invalid', { faults: found.faults });
    const parameters = found.parameters as Asked<Name>['parameters'] & { limit: number; cursor?: string };
    const question = questionOf(url.pathname, parameters);
    const answer = await read({
      ...{ principal, parameters, now },
      after: (shape) => {
        if (parameters.cursor === undefined) return null;
        const key = readCursor(parameters.cursor, question, shape);
        if (key === null) throw new ApiProblem('invalid', { faults: [{ field: 'cursor', key: 'cursor' }] });
        return key;
      },
      paged: (rows, keyOf) => {
        const shown = rows.slice(0, parameters.limit);
        const last = rows.length > shown.length ? shown.at(-1) : undefined;
        if (last === undefined) return { rows: shown, next: null };
        const asked = [...url.searchParams].filter(([one]) => one !== 'cursor');
        const cursor = writtenCursor(question, keyOf(last));
        return { rows: shown, next: withQuery(url.pathname, [...asked, ['cursor', cursor]]) };
      },
    });
    const [body, type] =
      'csv' in answer
        ? [answer.csv, `${answer.type ?? 'text/csv'}; charset=utf-8`]
        : [JSON.stringify(answer.json), 'application/json; charset=utf-8'];
    const next = 'csv' in answer ? answer.next : answer.json.next;
    return { body, type, ...(next !== null && { headers: { Link: `<${next}>; rel="next"` } }) };
  });
}

/** A problem where there is no such address. */
export async function noSuchAddress(request: Request): Promise<Response> {
  return within(request, async () => {
    throw new ApiProblem('notFound');
  });
}

/** Answers with the description of the interface, which everybody may read, in the language of the request. */
export async function answerDocument(request: Request, write: (locale: Locale) => object): Promise<Response> {
  const locale = spokenLocale(request.headers.get('accept-language'));
  const headers = { Vary: varying, 'Content-Language': locale };
  return tagged(request, { body: JSON.stringify(write(locale)), type: 'application/json; charset=utf-8', headers });
}

/** Answers a program that writes: by a token that may, under a key that it gives, so that asking again writes once. */
export const writingRoute =
  (write: (asked: Writing) => Promise<Kept>) =>
  (request: Request): Promise<Response> =>
    within(request, async ({ principal, mayWrite, now }) => {
      if (isAnonymous(principal)) throw new ApiProblem('tokenNeeded');
      if (!mayWrite) throw new ApiProblem('mayNotWrite');
      const key = request.headers.get('idempotency-key') ?? '';
      if (!/^[!-~]{1,200}$/.test(key)) throw new ApiProblem('keyNeeded');
      const kept = await write({ principal, caller: callerOf(request), now, key, text: await request.text() });
      return {
        ...{ body: kept.answer, type: 'application/json; charset=utf-8', isWritten: true },
        ...(kept.isRepeated && { headers: { 'Idempotency-Replayed': 'true' } }),
      };
    });

type Writing = Parameters<typeof writeFigures>[0];
type Sent = {
  readonly body: string;
  readonly type: string;
  readonly headers?: Record<string, string>;
  /** Whether something was written, so that nothing is kept of the answer. */
  readonly isWritten?: boolean;
};

/** Answers with the headers of every answer, and turns whatever is thrown into a problem. */
async function within(
  request: Request,
  work: (asked: { principal: Principal; mayWrite: boolean; now: Date; url: URL }) => Promise<Sent>,
): Promise<Response> {
  const now = new Date();
  const headers: Record<string, string> = { Vary: varying };
  try {
    const asking = await askingProgram(request, now, headers);
    const sent = await work({ ...asking, now, url: new URL(request.url) });
    return tagged(request, { ...sent, headers: { ...headers, ...sent.headers } });
  } catch (error) {
    return problemAnswer(error, request, headers);
  }
}

/** An answer with its tag; the tag alone for who has the answer already. */
function tagged(request: Request, { body, type, headers, isWritten }: Sent): Response {
  if (isWritten) return new Response(body, { headers: { ...headers, ...noStore, 'Content-Type': type } });
  const tag = tagOf(body);
  const sent = { ...headers, ETag: tag, 'Cache-Control': 'private, no-cache' };
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers: sent });
  return new Response(body, { headers: { ...sent, 'Content-Type': type } });
}

/** Who reads: by the token in the request, else a visitor. Counts the request, and says in `headers` how many are left. */
async function askingProgram(
  request: Request,
  now: Date,
  headers: Record<string, string>,
): Promise<{ principal: Principal; mayWrite: boolean }> {
  const authorization = request.headers.get('authorization');
  const visitor = anonymousPrincipal(settings());
  const found =
    authorization === null
      ? { principal: visitor, mayWrite: false }
      : await principalOfToken(tokenIn(authorization), now);
  const principal = 'principal' in found ? found.principal : visitor;
  try {
    const count = await countUse(principal, 'api', callerOf(request), now);
    Object.assign(headers, limitHeaders(perUse.api, count, now));
  } catch (error) {
    const seconds = error instanceof Refusal && error.kind === 'limit' ? Number(error.details.seconds) : null;
    if (seconds === null) throw error;
    Object.assign(headers, limitHeaders(perUse.api, { wait: seconds }, now));
    throw new ApiProblem('tooMany', { seconds });
  }
  if ('refused' in found) throw new ApiProblem(found.refused === 'unknown' ? 'unauthenticated' : found.refused);
  if (readsNothing(principal)) throw notPermitted(principal);
  return { principal, mayWrite: 'mayWrite' in found && found.mayWrite };
}

/** What somebody is told who may not read: to bring a token, or that this one does not reach so far. */
const notPermitted = (principal: Principal) => new ApiProblem(isAnonymous(principal) ? 'tokenNeeded' : 'forbidden');

const tokenIn = (authorization: string) => /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1] ?? '';

const callerOf = ({ headers }: Request): Caller => ({
  ...{ address: headers.get(addressHeader) ?? '', userAgent: headers.get('user-agent') ?? '', cookies: '' },
});

function problemAnswer(error: unknown, request: Request, headers: Record<string, string>): Response {
  const locale = spokenLocale(request.headers.get('accept-language'));
  const problem = error instanceof ApiProblem ? error : problemOf(error);
  const status = problemStatuses[problem.kind];
  const more: Record<string, string> = { ...headers, ...noStore, 'Content-Language': locale };
  if (status === 401) {
    more['WWW-Authenticate'] = `Bearer realm="baton"${problem.kind === 'tokenNeeded' ? '' : ', error="invalid_token"'}`;
  }
  if (problem.seconds !== undefined) more['Retry-After'] = `${problem.seconds}`;
  return new Response(JSON.stringify(writtenProblem(problem, locale)), {
    status,
    headers: { ...more, 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
}

/** A refusal as a problem; a fault of the product is logged, and told by its number. */
function problemOf(error: unknown): ApiProblem {
  const refusal = refusalOf(error);
  if (refusal?.kind === 'unavailable') {
    return new ApiProblem('unavailable', { seconds: Number(refusal.details.seconds ?? 5) });
  }
  if (refusal?.kind === 'notFound') return new ApiProblem('notFound');
  if (refusal?.kind === 'forbidden') return new ApiProblem('mayNotWrite');
  return new ApiProblem('fault', { reference: logFault(error) });
}
