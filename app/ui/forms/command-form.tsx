'use client';

import { type ReactNode, useActionState, useRef } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { DraftNotice } from './draft-notice';
import { FormContext } from './form-context';
import { type FormAction, type FormState, faultsIn, freshForm } from './form-state';
import { OwnerField } from './page-owner';
import { RefusedSummary } from './refused-summary';
import { useTypedDraft } from './use-typed-draft';

/**
 * A form that gives a command. A refusal is shown above it, with links to the fields, and keeps all typed values. Works
 * without scripts. `done` replaces it after success.
 */
export function CommandForm<Shown = never>(props: {
  action: FormAction<Shown>;
  submit: string;
  /** The accessible name of the button, where its words alone are unclear. */
  label?: string;
  /** The emphasis of the button. */
  tone?: 'primary' | 'outline' | 'danger';
  /** The form's id, where a page has several; it prefixes the ids of its fields. */
  id?: string;
  /** The heading of a refusal. */
  refusedTitle: string;
  hidden?: Readonly<Record<string, string | number>>;
  done?: (shown: Shown) => ReactNode;
  className?: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const [state, send, isSending] = useActionState<FormState<Shown>, FormData>(props.action, freshForm);
  const element = useRef<HTMLFormElement>(null);
  const offer = useTypedDraft(element, {
    name: `${props.id ?? props.submit} ${markOf(props.hidden ?? {})}`,
    version: String(props.hidden?.version ?? ''),
    isSending,
    answered: state.status === 'refused' ? state.at : 0,
  });
  if (state.status === 'done' && props.done) return props.done(state.shown);
  const refused = state.status === 'refused' ? state : null;
  const prefix = props.id ? `${props.id}-` : '';
  return (
    <form ref={element} id={props.id} action={send} className={props.className} noValidate>
      <RefusedSummary state={state} title={props.refusedTitle} prefix={prefix} />
      <OwnerField />
      <DraftNotice offer={offer} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext
        // Fields of a newer version of the same begin anew; what was typed over the older one is offered.
        key={props.hidden?.version}
        value={{
          values: refused?.values ?? {},
          faults: faultsIn(state),
          key: `${refused?.at ?? 0}`,
          prefix,
        }}
      >
        {props.children}
      </FormContext>
      <div className="flex flex-wrap items-center gap-3">
        <button
          type="submit"
          aria-disabled={isSending}
          {...(props.label && { 'aria-label': props.label })}
          className={buttonLook(props.tone ?? 'primary')}
        >
          {props.submit}
        </button>
        {props.actions}
      </div>
    </form>
  );
}

/** What a form is about, by its hidden fields: a new version of the same is the same. */
function markOf({ version: _, ...hidden }: Readonly<Record<string, string | number>>): string {
  return JSON.stringify(hidden).slice(0, 300);
}
