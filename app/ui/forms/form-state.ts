/** What is wrong with one field, in words. */
export type FieldMessage = { readonly field: string; readonly message: string };

/** What a form shows after it was sent: nothing yet, why it was refused with all that was typed, or what was done. */
export type FormState<Shown = never> =
  | { readonly status: 'fresh' }
  | {
      readonly status: 'refused';
      readonly message: string;
      /** The field at fault, where it is one. */
      readonly field?: string;
      /** Every field at fault with its own words, where the answer tells more than the first. */
      readonly faults?: readonly FieldMessage[];
      /** What was typed, secrets left out. */
      readonly values: Readonly<Record<string, string>>;
      /** Another one for every answer, so that the summary is read out again. */
      readonly at: number;
    }
  | { readonly status: 'done'; readonly message?: string; readonly shown: Shown; readonly at: number };

/** What is wrong with each field of a form, in the order of the answer. */
export function faultsIn(state: FormState<unknown>): readonly FieldMessage[] {
  if (state.status !== 'refused') return [];
  const { field, message, faults } = state;
  return faults?.length ? faults : field ? [{ field, message }] : [];
}

export const freshForm: FormState = { status: 'fresh' };

/** A form's action, as the framework's forms take it. */
export type FormAction<Shown = never> = (before: FormState<Shown>, form: FormData) => Promise<FormState<Shown>>;
