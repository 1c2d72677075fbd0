import type { Instrumentation } from 'next';

const serves = process.env.NODE_ENV === 'production' && process.env.NEXT_RUNTIME === 'nodejs';

type Shared = {
  batonUnanswered?: { add(id: string): void };
  batonVersion?: () => Promise<string | null>;
  batonPageHolds?: (id: string, until: number) => void;
};
type Tools = typeof import('@/lib/log') & typeof import('@/lib/health/queries');
let tools: Tools | undefined;

/**
 * Runs once when the server starts, never in a build: the console of the process becomes lines of the log, and the server
 * can ask for the version of the stored data (app/server/kept-pages.mjs).
 */
export async function register(): Promise<void> {
  if (!serves) return;
  tools = { ...(await import('@/lib/log')), ...(await import('@/lib/health/queries')) };
  tools.takeConsole();
  (globalThis as Shared).batonVersion = (await import('@/lib/health/version/queries')).storedVersion;
}

/**
 * Logs a fault of the product under the number that the page shows, with the path and without query and headers. An
 * unavailable database is no such fault: the gate (app/server/gate.mjs) answers 503. A page with an error is never kept.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (!tools) return;
  const ids = request.headers['x-request-id'];
  const id = (Array.isArray(ids) ? ids[0] : ids) ?? '';
  (globalThis as Shared).batonPageHolds?.(id, 0);
  if (tools.refusalOf(error)?.kind === 'unavailable') (globalThis as Shared).batonUnanswered?.add(id);
  tools.logFault(error, {
    method: request.method,
    path: request.path.split('?')[0],
    route: context.routePath,
    kind: context.routeType,
    request: id,
  });
};
