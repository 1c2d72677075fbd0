/** What a form shows after it was sent: nothing yet, why it was refused with all that was typed, or what was done. */
export type FormState<Shown = never> =
  | { readonly status: 'fresh' }
  | {
      readonly status: 'refused';
      readonly message: string;
      /** The field at fault, where it is one. */
      readonly field?: string;
      /** What was typed, secrets left out. */
      readonly values: Readonly<Record<string, string>>;
      /** Another one for every answer, so that the summary is read out again. */
      readonly at: number;
    }
  | { readonly status: 'done'; readonly message?: string; readonly shown: Shown; readonly at: number };

export const freshForm: FormState = { status: 'fresh' };

/** A form's action, as the framework's forms take it. */
export type FormAction<Shown = never> = (before: FormState<Shown>, form: FormData) => Promise<FormState<Shown>>;
