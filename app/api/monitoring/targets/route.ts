import { commandRoute } from '@/app/server/command-route';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';

/** Saves the changed cells of the grid of targets. Answers 409 when another person had changed all of them. */
export const POST = commandRoute(saveTargets, {
  read: (request) => request.json().catch(() => null),
  answer: (result) =>
    Response.json(result, { status: result.saved.length === 0 && result.conflicts.length > 0 ? 409 : 200 }),
});
