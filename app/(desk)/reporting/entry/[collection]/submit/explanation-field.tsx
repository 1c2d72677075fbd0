'use client';

import { use, useState } from 'react';
import { FormContext } from '@/app/ui/forms/form-context';
import { longestEntry, shortestExplanation } from '@/lib/reporting/words';

/** The explanation of a figure, with the number of characters that it still lacks. */
export function ExplanationField(props: { name: string; value: string; label: string; lacking: string }) {
  const { values, key } = use(FormContext);
  const initial = values[props.name] ?? props.value;
  const [length, setLength] = useState([...initial.trim()].length);
  const lacking = Math.max(0, shortestExplanation - length);
  return (
    <>
      <textarea
        key={key}
        name={props.name}
        defaultValue={initial}
        rows={2}
        maxLength={longestEntry.explanation}
        aria-label={props.label}
        onChange={({ target }) => setLength([...target.value.trim()].length)}
        className="w-full md:min-w-48 max-sm:text-base rounded-md border border-rule bg-card px-2 py-1 text-sm hover:border-rule-strong"
      />
      <span className="block text-xs text-vermilion">
        {lacking > 0 && props.lacking.replace('{count}', `${lacking}`)}
      </span>
    </>
  );
}
