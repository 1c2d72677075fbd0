import { Refusal } from '@/lib/errors';

/** The message key for a body that is no form. */
export const malformedForm = 'malformedForm';

/** Reads a body as a form. Refuses any other body. */
export function formOf(body: Pick<Body, 'formData'>): Promise<FormData> {
  return body.formData().catch(() => {
    throw new Refusal('invalid', malformedForm);
  });
}
