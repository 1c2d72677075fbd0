import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Database } from '@/db/client';
import { beginSecondFactor } from '@/lib/access/account/begin-second-factor';
import { enableSecondFactor } from '@/lib/access/account/enable-second-factor';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { confirmSession } from '@/lib/access/sign-in/confirm-session';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { account, Browser, freshName } from '@/lib/testing/accounts';

/**
 * A reporter with a second factor, enrolled in `browser` at `now`, and a function for the codes of the authenticator.
 */
export async function enrolledReporter(database: Database, now: Date) {
  const user = await account(database, { username: freshName(), role: 'reporter' });
  const browser = new Browser();
  await browser.signIn(user.username, user.password, now);
  const asked = { now, caller: browser.caller };
  const setup = await perform(beginSecondFactor, await browser.principal(now), { present: user.password }, asked);
  const secret = new TextDecoder().decode(base32.decode(new URL(setup.uri).searchParams.get('secret') ?? ''));
  const codeAt = (moment: Date) => createOTP(secret).hotp(Math.floor(moment.getTime() / 30_000));
  browser.take(await perform(enableSecondFactor, await browser.principal(now), { code: await codeAt(now) }, asked));
  return { user, browser, setup, codeAt };
}

/** Confirms the pending second step of a browser with a code. */
export async function confirmIn(browser: Browser, code: string, now: Date): Promise<SignInOutcome> {
  const outcome = await perform(confirmSession, anonymousPrincipal(), { code }, { now, caller: browser.caller });
  browser.take(outcome.cookies);
  return outcome;
}
