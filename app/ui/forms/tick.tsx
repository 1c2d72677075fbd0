'use client';

import { clsx } from 'clsx';
import { type ReactNode, use } from 'react';
import { FormContext } from './form-context';

/** A checkbox. After a refusal it is as it was sent; only a checked one sends its name. */
export function Tick(props: {
  name: string;
  isOn?: boolean;
  children?: ReactNode;
  /** The accessible name, where no visible label is beside it. */
  label?: string;
  className?: string;
}) {
  const { values, key } = use(FormContext);
  const wasSent = Object.keys(values).length > 0;
  return (
    <label className={clsx('inline-flex min-h-8 cursor-pointer items-center gap-2 max-sm:min-h-11', props.className)}>
      <input
        key={key}
        type="checkbox"
        name={props.name}
        defaultChecked={wasSent ? props.name in values : (props.isOn ?? false)}
        {...(props.label && { 'aria-label': props.label })}
        className="size-4 shrink-0 accent-sea max-sm:size-5"
      />
      {props.children}
    </label>
  );
}
