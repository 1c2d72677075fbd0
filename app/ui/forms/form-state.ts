/** The fault of one field, in words. */
export type FieldMessage = { readonly field: string; readonly message: string };

/** The state of a form after it was sent: initial, refused with all typed values, or done. */
export type FormState<Shown = never> =
  | { readonly status: 'fresh' }
  | {
      readonly status: 'refused';
      readonly message: string;
      /** The faulty field, if any. */
      readonly field?: string;
      /** Every faulty field with its own words, where the answer has more than the first. */
      readonly faults?: readonly FieldMessage[];
      /** The typed values, without secrets. */
      readonly values: Readonly<Record<string, string>>;
      /** Whether one must sign in again first. */
      readonly mustSignIn?: boolean;
      /** Changes with every answer, so that the summary is announced again. */
      readonly at: number;
    }
  | { readonly status: 'done'; readonly message?: string; readonly shown: Shown; readonly at: number };

/** The faults of a form's fields, in the order of the answer. */
export function faultsIn(state: FormState<unknown>): readonly FieldMessage[] {
  if (state.status !== 'refused') return [];
  const { field, message, faults } = state;
  return faults?.length ? faults : field ? [{ field, message }] : [];
}

export const freshForm: FormState = { status: 'fresh' };

/** The state of a form that a script sent and the server did not answer. */
export const unanswered = (message: string): FormState<never> => ({
  ...{ status: 'refused', message, values: {}, at: performance.now() },
});

/** A form's action, as the framework's forms take it. */
export type FormAction<Shown = never> = (before: FormState<Shown>, form: FormData) => Promise<FormState<Shown>>;
