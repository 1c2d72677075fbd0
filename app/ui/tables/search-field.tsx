'use client';

import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { withQuery } from '@/lib/paths';

const pause = 180;

/**
 * A search form that follows the typing; without scripts the button sends it. Composed input (IME) is awaited to its
 * end. `keep` are the other parameters of the address.
 */
export function SearchField(props: {
  action: string;
  value: string;
  keep?: Readonly<Record<string, string | undefined>>;
  className?: string;
  words: { label: string; hint: string; find: string };
}) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = (form: HTMLFormElement) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) query.append(name, value);
    router.replace(withQuery(props.action, query), { scroll: false });
  };
  const submitLater = (form: HTMLFormElement | null) => {
    clearTimeout(timer.current);
    if (form) timer.current = setTimeout(() => go(form), pause);
  };
  return (
    <form
      action={props.action}
      role="search"
      aria-label={props.words.label}
      className={clsx('flex gap-2', props.className)}
      data-chrome
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        go(event.currentTarget);
      }}
    >
      {Object.entries(props.keep ?? {}).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input
        type="search"
        name="q"
        defaultValue={props.value}
        aria-label={props.words.label}
        placeholder={props.words.hint}
        autoComplete="off"
        onInput={(event) => {
          const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
          if (!composing) submitLater(event.currentTarget.form);
        }}
        onCompositionEnd={(event) => submitLater(event.currentTarget.form)}
        className="h-9 w-full max-w-96 rounded-md border border-rule bg-card px-3 text-sm text-ink placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11"
      />
      <button type="submit" className={buttonLook('outline')}>
        {props.words.find}
      </button>
    </form>
  );
}
