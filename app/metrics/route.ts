import { mayReadMetrics } from '@/lib/health/metrics/admitted';
import { prometheusText } from '@/lib/health/metrics/prometheus';
import { poolUse, storedMeasures } from '@/lib/health/metrics/queries';
import type { OwnMeasures } from '@/lib/health/metrics/words';
import { version } from '@/lib/health/version/product';
import { settings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

/** Tells a monitoring system how the process and the database fare, in numbers without a figure or a name; 404 for all others. */
export async function GET(request: Request): Promise<Response> {
  const own = (globalThis as { batonMeasures?: () => OwnMeasures }).batonMeasures?.();
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };
  if (!own || !mayReadMetrics(request.headers, settings().metricsToken))
    return new Response('not found\n', { status: 404, headers });
  return new Response(prometheusText(version, own, poolUse(), await storedMeasures()), { headers });
}
