'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { withQuery } from '@/lib/paths';

/** Goes to the chosen address as soon as a filter changes, and keeps the scroll position. */
export function FilterForm(props: { action: string; className?: string; children: ReactNode }) {
  const router = useRouter();
  const go = (form: HTMLFormElement) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) query.append(name, value);
    router.push(withQuery(props.action, query), { scroll: false });
  };
  return (
    <form
      action={props.action}
      className={props.className}
      data-chrome
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) go(event.currentTarget);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        go(event.currentTarget);
      }}
    >
      {props.children}
    </form>
  );
}
