'use client';

import { type KeyboardEvent, type ReactNode, useActionState, useRef, useState } from 'react';

import { buttonLook } from '@/app/ui/primitives/button';
import { DraftNotice } from './draft-notice';
import { FormContext } from './form-context';
import { type FormAction, type FormState, faultsIn, freshForm } from './form-state';
import { OwnerField } from './page-owner';
import { RefusedSummary } from './refused-summary';
import { useTypedDraft } from './use-typed-draft';

/** A question before a command, with the words of its two answers. */
export type Asks = { readonly question: string; readonly yes: string; readonly no: string };

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
  /** For what cannot be undone: the question before it is done, which scripts ask in place of the button. */
  asks?: Asks;
  /** The line that opens the form, where it is folded at first; a refusal opens it, without scripts too. */
  folded?: ReactNode;
  done?: (shown: Shown) => ReactNode;
  className?: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const [state, send, isSending] = useActionState<FormState<Shown>, FormData>(props.action, freshForm);
  const element = useRef<HTMLFormElement>(null);
  const offer = useTypedDraft(element, {
    name: `${props.id ?? ''} ${markOf(props.hidden ?? {})}`,
    isNamed: props.id !== undefined,
    version: String(props.hidden?.version ?? ''),
    isSending,
    answered: state.status === 'refused' ? state.at : 0,
  });
  const [isAsking, setAsking] = useState(false);
  if (state.status === 'done' && props.done) return props.done(state.shown);
  const refused = state.status === 'refused' ? state : null;
  const prefix = props.id ? `${props.id}-` : '';
  const form = (
    <form
      ref={element}
      id={props.id}
      action={send}
      className={props.className}
      noValidate
      onKeyDown={(event) => {
        if (sendsText(event) && !isSending) event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        if (props.asks && !isAsking) event.preventDefault();
        setAsking(props.asks !== undefined && !isAsking);
      }}
    >
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
      <div className="flex flex-wrap items-center gap-3" data-chrome>
        {props.asks && isAsking && <Question asks={props.asks} onCancel={() => setAsking(false)} />}
        <button
          type="submit"
          hidden={isAsking}
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
  if (!props.folded) return form;
  return (
    <details open={refused !== null} className="mb-4" data-chrome>
      <summary className="w-fit cursor-pointer py-1 font-medium text-sea max-sm:py-3">{props.folded}</summary>
      {form}
    </details>
  );
}

/** Whether a key sends what is typed in a field of several lines, where Enter alone begins another one. */
export function sendsText({ key, ctrlKey, metaKey, repeat, target, nativeEvent }: KeyboardEvent): boolean {
  const isChord = key === 'Enter' && (ctrlKey || metaKey) && !repeat && !nativeEvent.isComposing;
  return isChord && target instanceof HTMLTextAreaElement;
}

/** The question, with the cursor on the answer that changes nothing. */
export function Question({ asks, onCancel }: { asks: Asks; onCancel: () => void }) {
  return (
    <div role="alertdialog" aria-label={asks.question} className="border-l-2 border-vermilion pl-3">
      <p className="mb-2">{asks.question}</p>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={buttonLook('danger')}>
          {asks.yes}
        </button>
        <button
          type="button"
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone, and the cursor must be somewhere.
          autoFocus
          onClick={onCancel}
          className={buttonLook('outline')}
        >
          {asks.no}
        </button>
      </div>
    </div>
  );
}

/** What a form is about, by its hidden fields: a new version of the same is the same. */
function markOf({ version: _, ...hidden }: Readonly<Record<string, string | number>>): string {
  return JSON.stringify(hidden).slice(0, 300);
}
