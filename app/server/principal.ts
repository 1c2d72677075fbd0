import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { currentCaller } from '@/app/server/caller';
import { principalOf } from '@/lib/access/auth/queries';
import { maySee, type ViewName } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { recordRefused } from '@/lib/access/refusals/queries';
import { filePrefix, paths, withQuery } from '@/lib/paths';

const enrolPath = paths.secondFactor;

/** Who asks, looked up once a request, whatever they may see. */
export const askingPrincipal = cache(
  async (): Promise<Principal> => principalOf(await currentCaller(), { now: new Date(), isActive: true }),
);

/** Who asks for this page of published figures. A visitor who may see none is asked to sign in first. */
export async function currentPrincipal(): Promise<Principal> {
  return principalFor('published');
}

/**
 * Who asks for a page that not everybody may see: a visitor is asked to sign in, somebody who must set up a second factor
 * is sent there, anybody else who may not see it is told so.
 */
export async function principalFor(view: ViewName): Promise<Principal> {
  const principal = await askingPrincipal();
  const path = (await headers()).get('x-path') ?? paths.overview;
  const isShut = principal.role === 'visitor' && readsNothing(principal) && view === 'published';
  if (isShut || (principal.role === 'visitor' && !maySee('visitor', view))) redirect(signInPath(path));
  // A page that is shut is come upon; a file is asked for.
  if (path.startsWith(filePrefix)) await refusedFile(principal, view);
  if (principal.standing === 'mustEnrol' && !path.startsWith(enrolPath)) redirect(enrolPath);
  if (!maySee(principal.role, view)) forbidden();
  return principal;
}

/** Why somebody may not have a file of what only some may see, and the trail is told that they asked; null if they may. */
export async function refusedFile(principal: Principal, view: ViewName): Promise<'mustEnrol' | 'role' | null> {
  const reason = principal.standing === 'mustEnrol' ? 'mustEnrol' : maySee(principal.role, view) ? null : 'role';
  if (reason) {
    const at = { now: new Date(), caller: await currentCaller() };
    await recordRefused(principal, { attempt: `view/${view}`, reason, ...at });
  }
  return reason;
}

/** The sign-in page that leads on to an address of this product. */
export function signInPath(path: string): string {
  return withQuery(paths.signIn, { next: path === paths.overview ? '' : path });
}
