'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A button of a sign or a short word inside a row; `label` is its full name for screen readers. */
export function SmallButton(props: {
  label: string;
  onClick: () => void;
  isOff?: boolean;
  isDanger?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.isOff ?? false}
      onClick={() => {
        if (!props.isOff) props.onClick();
      }}
      className={clsx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 max-sm:size-11',
        props.isOff ? 'opacity-35' : 'hover:bg-hover hover:text-ink',
        props.isDanger && !props.isOff && 'hover:text-vermilion',
      )}
    >
      {props.children}
    </button>
  );
}
