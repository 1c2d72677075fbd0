'use client';

import { clsx } from 'clsx';
import { use } from 'react';
import { FormContext } from '@/app/ui/forms/form-context';

type Control = { readonly name: string; readonly label: string; readonly value: string };

/** What a field and a menu of a column share: their name, what was typed, and their fault below. */
function useControl({ name, label, value }: Control, width = '') {
  const { values, faults, key, prefix } = use(FormContext);
  const fault = faults.find(({ field }) => field === name)?.message;
  const faultId = `fault-${prefix}${name}`;
  return {
    key,
    control: {
      id: `field-${prefix}${name}`,
      name,
      'aria-label': label,
      defaultValue: values[name] ?? value,
      ...(fault && { 'aria-invalid': true, 'aria-describedby': faultId }),
      className: clsx(
        'h-9 rounded-md border bg-card px-2 text-sm text-ink placeholder:text-ink-2 max-sm:h-11',
        width,
        fault ? 'border-vermilion' : 'border-rule',
      ),
    },
    note: fault && (
      <p id={faultId} className="mt-1 max-w-40 text-xs leading-5 text-vermilion">
        {fault}
      </p>
    ),
  };
}

/** A field of one column; `read` is what its head says, which holds while nothing is typed. */
export function ColumnField(props: Control & { read: string; maxLength: number; list?: string }) {
  const { key, control, note } = useControl(props, 'w-36');
  return (
    <>
      <input
        key={key}
        {...control}
        placeholder={props.read}
        autoComplete="off"
        maxLength={props.maxLength}
        {...(props.list && { list: props.list })}
      />
      {note}
    </>
  );
}

/** What a column is. */
export function ColumnSelect(props: Control & { options: readonly { value: string; label: string }[] }) {
  const { key, control, note } = useControl(props);
  return (
    <>
      <select key={key} {...control}>
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
