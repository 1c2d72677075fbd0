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
 * Called once when the server starts, never by a build: all that the process says becomes lines of the log, and the server
 * can ask for the version of what is stored (app/server/kept-pages.mjs).
 */
export async function register(): Promise<void> {
  if (!serves) return;
  tools = { ...(await import('@/lib/log')), ...(await import('@/lib/health/queries')) };
  tools.takeConsole();
  (globalThis as Shared).batonVersion = (await import('@/lib/health/version/queries')).storedVersion;
}

/**
 * Logs a fault of ours under the number that the page shows; of the address without its query, and of no header. A page
 * that found the database out of reach is no fault of ours: the gate (app/server/gate.mjs) makes its answer a 503. Whatever
 * it was, the page is not kept.
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
