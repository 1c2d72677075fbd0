import type * as z from 'zod';
import { given } from '@/app/server/given';
import { currentLocale } from '@/app/server/locale';
import { wordsOf } from '@/app/server/refusal';
import type { SetCookie } from '@/lib/access/auth/cookies';
import type { Command } from '@/lib/access/command';
import { countUse, type Use } from '@/lib/access/throttle/queries';
import { Refusal } from '@/lib/errors';
import { settings } from '@/lib/settings';

const statuses: Record<Refusal['kind'], number> = {
  forbidden: 403,
  notFound: 404,
  invalid: 422,
  conflict: 409,
  limit: 429,
  unavailable: 503,
};

/** A route's way to its command, as a form's, and to the answer. A refusal is answered in words under its status. */
export function posted<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  parts: {
    /** What it is counted as, where too much of it is refused. */
    readonly use?: Use;
    readonly read: (request: Request) => unknown;
    readonly answer: (result: Result, request: Request) => Response;
  },
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const result = await given(command, request.headers.get('origin'), async (principal, caller) => {
        if (parts.use) await countUse(principal, parts.use, caller, new Date());
        return parts.read(request);
      });
      return parts.answer(result, request);
    } catch (error) {
      const status = error instanceof Refusal ? statuses[error.kind] : 500;
      return new Response(wordsOf(error, await currentLocale()), {
        status,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      });
    }
  };
}

/** A cookie as a header says it. */
export function givenCookie({ name, value, maxAge }: SetCookie): string {
  const secure = settings().origin.startsWith('https:') ? '; Secure' : '';
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  return `${name}=${encodeURIComponent(value)}; Path=/${age}; HttpOnly; SameSite=Lax${secure}`;
}

/** Whether a script asks, which takes the answer itself; a plain form is sent on to a page. */
export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}
