export const dynamic = 'force-dynamic';

/** Answers that the process serves. The database is not asked: a restart of the process would not mend it. */
export function GET(): Response {
  return new Response('ok', { headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' } });
}
