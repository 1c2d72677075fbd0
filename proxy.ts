import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy } from '@/app/server/content-policy';
import { downloadPolicy } from '@/app/server/download-policy';
import { framingSitesAt } from '@/app/server/framing-sites';
import { choiceNames } from '@/lib/cookies';
import { databaseReady } from '@/lib/health/queries';
import { retryAfter, unavailablePage, unavailableSentence } from '@/lib/health/unavailable-page';
import { apiPrefix, filePrefix, servicePrefix } from '@/lib/paths';
import { methodProblem, plainProblem } from '@/lib/publishing/api/plain-problem';

/**
 * Sets the nonce of each answer's scripts, and answers 503 for a page while the database is unavailable: the status of a
 * page cannot be set once its first part is sent. It checks no permission: pages and commands ask for the principal
 * themselves. Uploads do not pass it, since the framework reads a whole body into memory before it.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = randomBytes(18).toString('base64url');
  const isForPrograms = request.nextUrl.pathname.startsWith(apiPrefix);
  const refused = isForPrograms ? methodProblem(request) : null;
  if (refused) {
    refused.headers.set('Content-Security-Policy', downloadPolicy);
    return refused;
  }
  const watched = process.env.NODE_ENV === 'development';
  const isReady = await databaseReady();
  const policy = contentPolicy(nonce, {
    watched,
    framedBy: isReady ? await framingSitesAt(request.nextUrl.pathname) : [],
  });
  if (isReady) {
    // The framework takes the nonce of its own scripts from the policy of the request.
    const asked = new Headers(request.headers);
    asked.set('Content-Security-Policy', policy);
    asked.set('X-Nonce', nonce);
    // The address to return to after a sign-in.
    asked.set('X-Path', request.nextUrl.pathname + request.nextUrl.search);
    const answer = NextResponse.next({ request: { headers: asked } });
    // What is set here takes the place of what a route sets.
    const isFile = isForPrograms || request.nextUrl.pathname.startsWith(filePrefix);
    answer.headers.set('Content-Security-Policy', isFile ? downloadPolicy : policy);
    return answer;
  }
  const headers = {
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Retry-After': String(retryAfter),
  };
  if (isForPrograms) {
    return plainProblem('unavailable', request.headers, headers);
  }
  if (request.nextUrl.pathname.startsWith(servicePrefix)) {
    return new Response(unavailableSentence(request.cookies.get(choiceNames.locale)?.value), {
      status: 503,
      headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  return new Response(unavailablePage(request.cookies.get(choiceNames.locale)?.value, nonce), {
    status: 503,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}

export const config = {
  matcher: [
    '/((?!_next/|api/uploads/|healthz$|readyz$|metrics$|.*\\.(?:ico|png|jpg|svg|webp|woff2?|css|js|map|txt|xml|webmanifest)$).*)',
  ],
};
