import type { Instrumentation } from 'next';

const serves = process.env.NODE_ENV === 'production' && process.env.NEXT_RUNTIME === 'nodejs';

/** Called once when the server starts, never by a build: all that the process says becomes lines of the log. */
export async function register(): Promise<void> {
  if (!serves) return;
  const { takeConsole } = await import('@/lib/log');
  takeConsole();
}

/** Logs a fault of ours under the number that the page shows; of the address without its query, and of no header. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (!serves) return;
  const { logFault } = await import('@/lib/log');
  const id = request.headers['x-request-id'];
  logFault(error, {
    method: request.method,
    path: request.path.split('?')[0],
    route: context.routePath,
    kind: context.routeType,
    request: Array.isArray(id) ? id[0] : id,
  });
};
