import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { currentCaller } from '@/app/server/caller';
import { endedByIdleness, principalOf } from '@/lib/access/auth/queries';
import { maySee, type ViewName } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { recordRefused } from '@/lib/access/refusals/queries';
import { filePrefix, paths, withQuery } from '@/lib/paths';

const enrolPath = paths.secondFactor;

/** The principal of the request, looked up once, with or without permissions. */
export const askingPrincipal = cache(
  async (): Promise<Principal> => principalOf(await currentCaller(), { now: new Date(), isActive: true }),
);

/** Whether the session of this browser ended because nothing was done in it; no page for it is kept. */
export async function wasIdle(): Promise<boolean> {
  return endedByIdleness(await currentCaller(), new Date());
}

/** The principal of a page of published figures. A visitor who may see none is asked to sign in first. */
export async function currentPrincipal(): Promise<Principal> {
  return principalFor('published');
}

/**
 * The principal of a restricted page: a visitor is asked to sign in, an account that must set up a second factor is
 * sent there, and one without permission is told so.
 */
export async function principalFor(view: ViewName): Promise<Principal> {
  const principal = await askingPrincipal();
  const path = (await headers()).get('x-path') ?? paths.overview;
  const isShut = principal.role === 'visitor' && readsNothing(principal) && view === 'published';
  if (isShut || (principal.role === 'visitor' && !maySee('visitor', view))) redirect(signInPath(path));
  // Visits to forbidden pages are not recorded, requests for files are.
  if (path.startsWith(filePrefix)) await refusedFile(principal, view);
  if (principal.standing === 'mustEnrol' && !path.startsWith(enrolPath)) redirect(enrolPath);
  if (!maySee(principal.role, view)) forbidden();
  return principal;
}

/** Why a principal may not have a file of a restricted view, which is recorded in the trail; null if allowed. */
export async function refusedFile(principal: Principal, view: ViewName): Promise<'mustEnrol' | 'role' | null> {
  const reason = principal.standing === 'mustEnrol' ? 'mustEnrol' : maySee(principal.role, view) ? null : 'role';
  if (reason) {
    const at = { now: new Date(), caller: await currentCaller() };
    await recordRefused(principal, { attempt: `view/${view}`, reason, ...at });
  }
  return reason;
}

/** The sign-in page that leads on to an address of the product. */
export function signInPath(path: string): string {
  return withQuery(paths.signIn, { next: path === paths.overview ? '' : path });
}
