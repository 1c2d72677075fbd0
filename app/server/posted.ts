import type * as z from 'zod';
import { given } from '@/app/server/given';
import { refusedAnswer } from '@/app/server/refusal';
import { tellTaken } from '@/app/server/taken';
import { principalOf } from '@/lib/access/auth/queries';
import type { Caller } from '@/lib/access/caller';
import type { Command } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { countUse } from '@/lib/access/throttle/queries';
import { Refusal } from '@/lib/errors';
import { databaseReady } from '@/lib/health/queries';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';
import { quarantined } from '@/lib/reporting/upload/quarantine';

type Parts<Result> = {
  readonly answer: (result: Result, request: Request) => Response;
} & (
  | { readonly read: (request: Request) => unknown }
  /** Of a form with a file, which waits on the disk until its turn has come. */
  | { readonly upload: (form: FormData) => unknown }
);

/** A route's way to its command, as a form's, and to the answer. A refusal is answered in words under its status. */
export function posted<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  parts: Parts<Result>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    await tellTaken();
    try {
      // An upload does not come by proxy.ts, which says so of everything else.
      if (!(await databaseReady())) throw new Refusal('unavailable', 'database', { seconds: 5 });
      const result = await given(command, request.headers.get('origin'), ({ principal, caller, done }) =>
        'upload' in parts
          ? received(request, principal, caller, async (form, who) => done(await parts.upload(form), who))
          : Promise.resolve(parts.read(request)).then(done),
      );
      return parts.answer(result, request);
    } catch (error) {
      // Whoever left while waiting hears no answer.
      if (request.signal.aborted && error === request.signal.reason) return new Response(null, { status: 408 });
      return refusedAnswer(error);
    }
  };
}

/** Takes a form with a file: nothing of it is read before its account has a place, and it is in memory in its turn alone. */
function received<Result>(
  request: Request,
  principal: Principal,
  caller: Caller,
  work: (form: FormData, who: Principal) => Promise<Result>,
): Promise<Result> {
  return filesInWork().admit(principal.userId, async (inTurn) => {
    await countUse(principal, 'upload', caller, new Date());
    const sent = await quarantined(request);
    try {
      return await inTurn(async () => work(await sent.form(), await stillAsking(caller)), request.signal);
    } finally {
      await sent.close();
    }
  });
}

/** Who the caller is now: minutes may have passed, and a sign-out or the end of an account counts at once. */
const stillAsking = (caller: Caller) => principalOf(caller, { now: new Date(), isActive: false });

/** Whether a script asks, which takes the answer itself; a plain form is sent on to a page. */
export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false;
}
