import { Refusal } from '@/lib/errors';

/** The key of the refusal of a body that is no form. */
export const malformedForm = 'malformedForm';

/** The form that a body is. Refuses a body that is none. */
export function formOf(body: Pick<Body, 'formData'>): Promise<FormData> {
  return body.formData().catch(() => {
    throw new Refusal('invalid', malformedForm);
  });
}
