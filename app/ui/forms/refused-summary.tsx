'use client';

import { useEffect, useRef } from 'react';
import { paths } from '@/lib/paths';
import { type FormState, faultsIn } from './form-state';
import { useFormWords } from './page-owner';

/** The refusal above its form, with links to the fields; takes the focus each time. */
export function RefusedSummary(props: { state: FormState<unknown>; title: string; prefix: string }) {
  const { state } = props;
  const words = useFormWords();
  const summary = useRef<HTMLDivElement>(null);
  const moment = state.status === 'refused' ? state.at : 0;
  useEffect(() => {
    if (moment > 0) summary.current?.focus();
  }, [moment]);
  if (state.status !== 'refused') return null;
  const faults = faultsIn(state);
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="mb-4 border-l-2 border-vermilion bg-card px-3 py-2 text-sm outline-offset-4"
    >
      <p className="font-semibold">{props.title}</p>
      {faults.length === 0 && <p className="mt-0.5">{state.message}</p>}
      {state.mustSignIn && (
        <p className="mt-0.5">
          <a href={paths.signIn} target="_blank" rel="noopener" className="text-sea underline">
            {words.signIn}
          </a>
        </p>
      )}
      {faults.map(({ field, message }) => (
        <p key={`${field} ${message}`} className="mt-0.5">
          <a
            href={`#field-${props.prefix}${field}`}
            className="inline-flex min-h-6 items-center underline max-sm:min-h-11"
          >
            {message}
          </a>
        </p>
      ))}
    </div>
  );
}
