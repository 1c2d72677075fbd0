'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { OwnerField } from './page-owner';

export type FileWords = Readonly<Record<'submit' | 'busy' | 'refused' | 'failed' | 'noFile' | 'file' | 'hint', string>>;

type State<Shown> =
  | { readonly at: 'rest' | 'sending' }
  | { readonly at: 'refused'; readonly message: string }
  | { readonly at: 'shown'; readonly shown: Shown };

/**
 * A form that sends a file to a service, without scripts as a plain form. With scripts it also sends `asks`, and shows a
 * refusal above it; an answer with a `location` leads there, any other is given to `children` as `shown`, with a way to
 * send the same file again.
 */
export function FileForm<Shown = never>(props: {
  action: string;
  accept: string;
  words: FileWords;
  /** Fields that tell for what a file is sent. */
  hidden?: Readonly<Record<string, string>>;
  /** What only a script asks for. */
  asks?: Readonly<Record<string, string>>;
  fields?: ReactNode;
  shown?: (shown: Shown, send: (more: Readonly<Record<string, string>>) => void) => ReactNode;
}) {
  const { words } = props;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State<Shown>>({ at: 'rest' });
  const isRefused = state.at === 'refused';
  useEffect(() => {
    if (isRefused) summary.current?.focus();
  }, [isRefused]);

  async function send(more: Readonly<Record<string, string>>) {
    if (!form.current || state.at === 'sending') return;
    const sent = new FormData(form.current);
    const file = sent.get('file');
    if (!(file instanceof File) || file.name === '') return setState({ at: 'refused', message: words.noFile });
    for (const [name, value] of Object.entries(more)) sent.set(name, value);
    setState({ at: 'sending' });
    try {
      const answer = await fetch(props.action, {
        method: 'POST',
        body: sent,
        headers: { accept: 'application/json' },
      });
      if (!answer.ok) return setState({ at: 'refused', message: (await answer.text()) || words.failed });
      const told = await answer.json();
      if (typeof told.location === 'string') return location.assign(told.location);
      setState({ at: 'shown', shown: told });
    } catch {
      setState({ at: 'refused', message: words.failed });
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send(props.asks ?? {});
  }

  return (
    <>
      <form
        ref={form}
        action={props.action}
        method="post"
        encType="multipart/form-data"
        onSubmit={submit}
        className="max-w-2xl"
      >
        {state.at === 'refused' && (
          <div
            ref={summary}
            role="alert"
            tabIndex={-1}
            className="mb-4 border-l-2 border-vermilion bg-card px-3 py-2 text-sm outline-offset-4"
          >
            <p className="font-semibold">{words.refused}</p>
            <p className="mt-0.5">{state.message}</p>
          </div>
        )}
        <OwnerField />
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.fields}
        <label className="mb-4 block">
          <span className="mb-1 block text-sm font-medium">{words.file}</span>
          <span className="mb-1 block text-xs leading-5 text-ink-2">{words.hint}</span>
          <input
            type="file"
            name="file"
            accept={props.accept}
            required
            onChange={() => setState({ at: 'rest' })}
            className="block w-full rounded-md border border-rule bg-card px-3 py-1.5 text-sm file:mr-3 file:rounded-sm file:border-0 file:bg-wash file:px-3 file:py-1 file:text-sea max-sm:file:min-h-9"
          />
        </label>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" aria-disabled={state.at === 'sending'} className={buttonLook('primary')}>
            {words.submit}
          </button>
          <p role="status" className="text-table text-ink-2">
            {state.at === 'sending' && words.busy}
          </p>
        </div>
      </form>
      {state.at === 'shown' && props.shown?.(state.shown, (more) => void send(more))}
    </>
  );
}
