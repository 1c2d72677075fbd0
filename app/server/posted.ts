import type * as z from 'zod';
import { currentCaller } from '@/app/server/caller';
import { currentLocale } from '@/app/server/locale';
import { askingPrincipal } from '@/app/server/principal';
import { refuseForeign, wordsOf } from '@/app/server/refusal';
import { tellTaken } from '@/app/server/taken';
import type { SetCookie } from '@/lib/access/auth/cookies';
import { type Command, perform } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
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

/**
 * A route's way to its command, as a form's: the origin of the page, who asks, the command, the answer. A refusal is
 * answered in words under its status.
 */
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
    await tellTaken();
    try {
      refuseForeign(request.headers.get('origin'));
      const [principal, caller] = [await askingPrincipal(), await currentCaller()];
      // The command says so again; here it spares the reading of a file.
      if (!may(principal.role, command.name)) throw new Refusal('forbidden', 'command', { command: command.name });
      if (parts.use) await countUse(principal, parts.use, caller, new Date());
      const raw = await parts.read(request);
      return parts.answer(await perform(command, principal, raw, { now: new Date(), caller }), request);
    } catch (error) {
      return refused(error);
    }
  };
}

/** The answer to what was not done: why, in words, under its status. */
export async function refused(error: unknown): Promise<Response> {
  const status = error instanceof Refusal ? statusOf(error) : 500;
  return new Response(wordsOf(error, await currentLocale()), {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** The key of the refusal of a body that is no form. */
const malformed = 'malformedForm';

const statusOf = ({ kind, key }: Refusal) => (key === malformed ? 400 : statuses[kind]);

/** The form that a request brings. Refuses a body that is none. */
export function postedForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new Refusal('invalid', malformed);
  });
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
