'use client';

import { useEffect, useRef } from 'react';
import type { FormState } from './form-state';

/** What was refused, above its form, with the way to the field; takes the focus each time. */
export function RefusedSummary(props: { state: FormState<unknown>; title: string; prefix: string }) {
  const { state } = props;
  const summary = useRef<HTMLDivElement>(null);
  const moment = state.status === 'refused' ? state.at : 0;
  useEffect(() => {
    if (moment > 0) summary.current?.focus();
  }, [moment]);
  if (state.status !== 'refused') return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="mb-4 border-l-2 border-vermilion bg-card px-3 py-2 text-sm outline-offset-4"
    >
      <p className="font-semibold">{props.title}</p>
      <p className="mt-0.5">
        {state.field ? (
          <a href={`#field-${props.prefix}${state.field}`} className="underline">
            {state.message}
          </a>
        ) : (
          state.message
        )}
      </p>
    </div>
  );
}
