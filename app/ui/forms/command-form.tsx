'use client';

import { type ReactNode, useActionState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { FormContext } from './form-context';
import { type FormAction, type FormState, faultsIn, freshForm } from './form-state';
import { RefusedSummary } from './refused-summary';

/**
 * A form that gives a command. What was refused stands above it, with the way to its field, and loses nothing that was
 * typed. Works before scripts do. `done` stands in its place once the command is done.
 */
export function CommandForm<Shown = never>(props: {
  action: FormAction<Shown>;
  submit: string;
  /** What the button does, where its words alone do not say. */
  label?: string;
  /** How much the button asks for attention. */
  tone?: 'primary' | 'outline' | 'danger';
  /** Its own id, where a page has several forms; sets the ids of its fields apart. */
  id?: string;
  /** The heading of what was refused. */
  refusedTitle: string;
  hidden?: Readonly<Record<string, string | number>>;
  done?: (shown: Shown) => ReactNode;
  className?: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const [state, send, isSending] = useActionState<FormState<Shown>, FormData>(props.action, freshForm);
  if (state.status === 'done' && props.done) return props.done(state.shown);
  const refused = state.status === 'refused' ? state : null;
  const prefix = props.id ? `${props.id}-` : '';
  return (
    <form id={props.id} action={send} className={props.className} noValidate>
      <RefusedSummary state={state} title={props.refusedTitle} prefix={prefix} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext
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
