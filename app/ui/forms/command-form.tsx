'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { FormContext } from './form-context';
import { type FormAction, type FormState, freshForm } from './form-state';

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
  const summary = useRef<HTMLDivElement>(null);
  const moment = state.status === 'refused' ? state.at : 0;
  useEffect(() => {
    if (moment > 0) summary.current?.focus();
  }, [moment]);
  if (state.status === 'done' && props.done) return props.done(state.shown);
  const refused = state.status === 'refused' ? state : null;
  const prefix = props.id ? `${props.id}-` : '';
  return (
    <form id={props.id} action={send} className={props.className} noValidate>
      {refused && (
        <div
          ref={summary}
          role="alert"
          tabIndex={-1}
          className="mb-4 border-l-2 border-vermilion bg-card px-3 py-2 text-sm outline-offset-4"
        >
          <p className="font-semibold">{props.refusedTitle}</p>
          <p className="mt-0.5">
            {refused.field ? (
              <a href={`#field-${prefix}${refused.field}`} className="underline">
                {refused.message}
              </a>
            ) : (
              refused.message
            )}
          </p>
        </div>
      )}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext
        value={{
          values: refused?.values ?? {},
          fault: refused?.field ? { field: refused.field, message: refused.message } : null,
          key: `${moment}`,
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
