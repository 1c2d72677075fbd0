import { currentLocale } from '@/app/server/locale';
import { isOurOrigin } from '@/lib/access/origin';
import { signInHeader } from '@/lib/access/words';
import { Refusal } from '@/lib/errors';
import { malformedForm } from '@/lib/form-body';
import { refusalOf } from '@/lib/health/queries';
import { refusalWords } from '@/lib/i18n/refusal-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { logFault } from '@/lib/log';
import { settings } from '@/lib/settings';

/** Refuses a write from a page of another origin. */
export function refuseForeign(origin: string | null): void {
  const policy = settings();
  if (!isOurOrigin(origin, policy)) throw new Refusal('forbidden', 'foreignOrigin', { origin: policy.origin });
}

const statuses: Record<Refusal['kind'], number> = {
  forbidden: 403,
  notFound: 404,
  invalid: 422,
  conflict: 409,
  limit: 429,
  unavailable: 503,
};

/**
 * The status of a refusal: 400 for a body that is no form; 413 for one that is permanently too large, as opposed to a
 * limit in time.
 */
function statusOf({ kind, key, details }: Refusal): number {
  if (key === malformedForm) return 400;
  return kind === 'limit' && details.seconds === undefined ? 413 : statuses[kind];
}

/** The answer of a route to an error: words with a status; a limit names the `seconds` to wait. */
export async function refusedAnswer(error: unknown, command = ''): Promise<Response> {
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  const refusal = refusalOf(error);
  if (refusal?.details.seconds !== undefined) headers.set('retry-after', `${refusal.details.seconds}`);
  if (refusal && isSignedOut(refusal)) headers.set(signInHeader, '1');
  return new Response(wordsOf(error, await currentLocale(), command), {
    status: refusal ? statusOf(refusal) : 500,
    headers,
  });
}

/** Whether a refusal is of a visitor, as after the end of a session. */
export function isSignedOut({ key, details }: Refusal): boolean {
  return key === 'command' && details.role === 'visitor';
}

/**
 * An error in the reader's language, its field by the name that it has in the form of `command`; a fault of the product is
 * logged and shown by its number.
 */
export function wordsOf(error: unknown, locale: Locale, command = ''): string {
  const refusal = refusalOf(error);
  if (!refusal) return translator(locale, 'errors')('fault', { reference: logFault(error) });
  // A visitor whose session has ended has no role to name.
  const { key, details } = refusal;
  return refusalWords({ key: isSignedOut(refusal) ? 'signedOut' : key, details: { command, ...details } }, locale);
}
