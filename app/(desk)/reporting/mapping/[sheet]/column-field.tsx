'use client';

import { clsx } from 'clsx';
import { use } from 'react';
import { FormContext } from '@/app/ui/forms/form-context';

const box = 'h-9 rounded-md border bg-card px-2 text-sm text-ink placeholder:text-ink-2 max-sm:h-11';

function useFault(name: string) {
  const { values, faults, key, prefix } = use(FormContext);
  const fault = faults.find(({ field }) => field === name)?.message;
  return {
    key,
    fault,
    typed: values[name],
    id: `field-${prefix}${name}`,
    about: fault ? { 'aria-invalid': true, 'aria-describedby': `fault-${prefix}${name}` } : {},
    note: fault && (
      <p id={`fault-${prefix}${name}`} className="mt-1 max-w-40 text-xs leading-5 text-vermilion">
        {fault}
      </p>
    ),
  };
}

/** A field of one column; `read` is what its head says, which holds while nothing is typed. */
export function ColumnField(props: {
  name: string;
  label: string;
  value: string;
  read: string;
  maxLength: number;
  list?: string;
}) {
  const { key, fault, typed, id, about, note } = useFault(props.name);
  return (
    <>
      <input
        key={key}
        id={id}
        name={props.name}
        aria-label={props.label}
        defaultValue={typed ?? props.value}
        placeholder={props.read}
        autoComplete="off"
        maxLength={props.maxLength}
        {...(props.list && { list: props.list })}
        {...about}
        className={clsx(box, 'w-36', fault ? 'border-vermilion' : 'border-rule')}
      />
      {note}
    </>
  );
}

/** What a column is. */
export function ColumnSelect(props: {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}) {
  const { key, fault, typed, id, about, note } = useFault(props.name);
  return (
    <>
      <select
        key={key}
        id={id}
        name={props.name}
        aria-label={props.label}
        defaultValue={typed ?? props.value}
        {...about}
        className={clsx(box, fault ? 'border-vermilion' : 'border-rule')}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {note}
    </>
  );
}
