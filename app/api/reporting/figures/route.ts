import { commandRoute } from '@/app/server/command-route';
import { saveFigures } from '@/lib/reporting/entry/save-figures';

/** Saves the changes of the form. Answers 409 when another person had changed all of the figures. */
export const POST = commandRoute(saveFigures, {
  read: (request) => request.json().catch(() => null),
  answer: (result) =>
    Response.json(result, { status: result.saved.length === 0 && result.conflicts.length > 0 ? 409 : 200 }),
});
