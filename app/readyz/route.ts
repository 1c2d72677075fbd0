import { databaseAnswers } from '@/lib/health/queries';

export const dynamic = 'force-dynamic';

/** Says whether pages can be served now, which they can while the database answers. */
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
