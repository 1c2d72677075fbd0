import { posted } from '@/app/server/posted';
import { saveFigures } from '@/lib/reporting/entry/save-figures';

/** Keeps what the form has changed. Answers 409 when all of it had been changed by somebody else. */
export const POST = posted(saveFigures, {
  read: (request) => request.json().catch(() => null),
  answer: (result) =>
    Response.json(result, { status: result.saved.length === 0 && result.conflicts.length > 0 ? 409 : 200 }),
});
