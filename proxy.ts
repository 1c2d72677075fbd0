import { type NextRequest, NextResponse } from 'next/server';
import { databaseReady } from '@/lib/health/queries';
import { retryAfter, unavailablePage } from '@/lib/health/unavailable-page';

/**
 * Answers 503 for a page while the database is away. It has to happen here: once a page has begun to be sent, its status
 * can no longer be set. It guards nothing; pages and commands ask for the principal themselves.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (await databaseReady()) return NextResponse.next();
  const headers = { 'Cache-Control': 'no-store', 'Retry-After': String(retryAfter) };
  if (request.nextUrl.pathname.startsWith('/api/')) {
    return Response.json({ status: 'unavailable' }, { status: 503, headers });
  }
  return new Response(unavailablePage(request.cookies.get('locale')?.value), {
    status: 503,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}

export const config = {
  matcher: ['/((?!_next/|healthz$|readyz$|.*\\.(?:ico|png|jpg|svg|webp|woff2?|css|js|map|txt|xml|webmanifest)$).*)'],
};
