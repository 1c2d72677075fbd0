import { addressPart } from '@/app/server/address-part';
import { shownByToken } from '@/lib/dashboards/displays/queries';
import { storedVersion } from '@/lib/health/version/queries';

/** Tells a display the mark of the data as they are now, by which it knows that it is to be drawn anew; 410 for a token that ended. */
export async function GET(_request: Request, { params }: RouteContext<'/api/display/[token]'>): Promise<Response> {
  const { token } = await params;
  const found = await shownByToken(addressPart(token), new Date());
  const headers = { 'Cache-Control': 'no-store' };
  if ('refused' in found) return new Response(null, { status: found.refused === 'unknown' ? 404 : 410, headers });
  const mark = await storedVersion();
  if (mark === null) return new Response(null, { status: 503, headers });
  return Response.json({ mark }, { headers });
}
