import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { currentCaller } from '@/app/server/caller';
import { principalOf } from '@/lib/access/auth/queries';
import { maySee, type ViewName } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';

const enrolPath = '/access/account/second-factor';

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
  const path = (await headers()).get('x-path') ?? '/';
  const isShut = principal.role === 'visitor' && principal.units.length === 0 && view === 'published';
  if (isShut || (principal.role === 'visitor' && !maySee('visitor', view))) redirect(signInPath(path));
  if (principal.standing === 'mustEnrol' && !path.startsWith(enrolPath)) redirect(enrolPath);
  if (!maySee(principal.role, view)) forbidden();
  return principal;
}

/** The sign-in page that leads on to an address of this product. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: path })}`;
}
