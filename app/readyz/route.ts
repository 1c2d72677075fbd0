import { databaseAnswers } from '@/lib/health/queries';

export const dynamic = 'force-dynamic';

/** Answers whether pages can be served now, which needs the database. */
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
