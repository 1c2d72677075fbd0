'use client';

import { clsx } from 'clsx';
import { use, useRef } from 'react';
import { FormContext } from '@/app/ui/forms/form-context';

type Words = { label: string; hint?: string; phrase?: string; choose?: string };

const box =
  'w-full rounded-md border bg-card px-3 text-sm text-ink hover:border-rule-strong max-sm:text-base max-sm:min-h-11';

/**
 * A reason in a few words. A phrase of the list goes to the end of what is written; before scripts run it is sent as it
 * was chosen.
 */
export function ReasonField({ words, phrases = [] }: { words: Words; phrases?: readonly string[] }) {
  const { values, fault, key, prefix } = use(FormContext);
  const area = useRef<HTMLTextAreaElement>(null);
  const isFault = fault?.field === 'reason';
  const id = `field-${prefix}reason`;
  const described = clsx(words.hint && `hint-${prefix}reason`, isFault && `fault-${prefix}reason`);
  const add = (select: HTMLSelectElement) => {
    if (area.current && select.value) area.current.value = `${area.current.value}${select.value}`.slice(0, 300);
    select.value = '';
    area.current?.focus();
  };
  return (
    <div className="mb-2">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {words.label}
      </label>
      {words.hint && (
        <p id={`hint-${prefix}reason`} className="mb-1 text-xs leading-5 text-ink-2">
          {words.hint}
        </p>
      )}
      {isFault && (
        <p id={`fault-${prefix}reason`} className="mb-1 text-xs leading-5 text-vermilion">
          {fault.message}
        </p>
      )}
      <textarea
        key={key}
        ref={area}
        id={id}
        name="reason"
        rows={2}
        maxLength={300}
        defaultValue={values.reason ?? ''}
        {...(described && { 'aria-describedby': described })}
        {...(isFault && { 'aria-invalid': true })}
        className={clsx(box, 'py-1.5 leading-5', isFault ? 'border-vermilion' : 'border-rule')}
      />
      {phrases.length > 0 && (
        <select
          name="phrase"
          aria-label={words.phrase}
          defaultValue=""
          onChange={(event) => add(event.currentTarget)}
          className={clsx(box, 'mt-1 h-9 border-rule text-ink-2')}
        >
          <option value="">{words.choose}</option>
          {phrases.map((phrase) => (
            <option key={phrase} value={phrase}>
              {phrase}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
