export const dynamic = 'force-dynamic';

/** Says that the process serves. It asks nobody else: a process is not restarted for a fault of its database. */
export function GET(): Response {
  return new Response('ok', { headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' } });
}
