import type * as z from 'zod';
import { giveCommand } from '@/app/server/give-command';
import { refusedAnswer } from '@/app/server/refusal';
import { tellTaken } from '@/app/server/tell-taken';
import { principalOf } from '@/lib/access/auth/queries';
import type { Caller } from '@/lib/access/caller';
import type { Command } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { countUse } from '@/lib/access/throttle/queries';
import { ownerField } from '@/lib/access/words';
import { Refusal } from '@/lib/errors';
import { databaseReady } from '@/lib/health/queries';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';
import { quarantineBody } from '@/lib/reporting/upload/quarantine';

type Parts<Result> = {
  readonly answer: (result: Result, request: Request) => Response | Promise<Response>;
} & (
  | { readonly read: (request: Request) => unknown }
  /** Reads a form with a file, which waits on disk until its turn has come. */
  | { readonly upload: (form: FormData) => unknown }
);

/**
 * A route handler that passes a body to its command and answers the result. A refusal is answered in words with its
 * status.
 */
export function commandRoute<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  parts: Parts<Result>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    await tellTaken();
    try {
      // An upload bypasses proxy.ts, which makes this check for all other requests.
      if (!(await databaseReady())) throw new Refusal('unavailable', 'database', { seconds: 5 });
      const isUpload = 'upload' in parts;
      const asked = { origin: request.headers.get('origin'), owner: isUpload ? ('later' as const) : null };
      const result = await giveCommand(command, asked, ({ principal, caller, demandForm, done }) =>
        isUpload
          ? receiveUpload(request, principal, caller, async (form, who) => {
              const owner = form.get(ownerField);
              demandForm(typeof owner === 'string' ? owner : null, who);
              return done(await parts.upload(form), who);
            })
          : Promise.resolve(parts.read(request)).then(done),
      );
      return await parts.answer(result, request);
    } catch (error) {
      // A sender who left while waiting gets no answer.
      if (request.signal.aborted && error === request.signal.reason) return new Response(null, { status: 408 });
      return refusedAnswer(error, command.name);
    }
  };
}

/**
 * Receives a form with a file: nothing is read before its account has a place, and it is in memory only during its
 * turn.
 */
function receiveUpload<Result>(
  request: Request,
  principal: Principal,
  caller: Caller,
  work: (form: FormData, who: Principal) => Promise<Result>,
): Promise<Result> {
  return filesInWork().admit(principal.userId, async (inTurn) => {
    await countUse(principal, 'upload', caller, new Date());
    const sent = await quarantineBody(request);
    try {
      return await inTurn(async () => work(await sent.form(), await stillAsking(caller)), request.signal);
    } finally {
      await sent.close();
    }
  });
}

/** The caller's present principal: minutes may have passed, and a sign-out or a disabled account counts at once. */
const stillAsking = (caller: Caller) => principalOf(caller, { now: new Date(), isActive: false });

/** Whether a script asks, which takes the answer itself; a plain form is sent on to a page. */
export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}

/** Leads to a page: a script by its address, which it opens itself, a plain form at once. */
export function leadOn(request: Request, location: string): Response {
  return wantsJson(request) ? Response.json({ location }) : new Response(null, { status: 303, headers: { location } });
}
