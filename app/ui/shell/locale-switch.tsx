'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { paths } from '@/lib/paths';

function Back() {
  const [path, query] = [usePathname(), useSearchParams().toString()];
  return <input type="hidden" name="back" value={query ? `${path}?${query}` : path} />;
}

/** Changes the language and stays on the page. A plain form, so that it works without scripts. */
export function LocaleSwitch({ to, label, title }: { to: string; label: string; title: string }) {
  return (
    <form method="post" action={paths.chooseLocale}>
      <input type="hidden" name="locale" value={to} />
      <Suspense>
        <Back />
      </Suspense>
      <button
        type="submit"
        title={title}
        lang={to}
        className="flex h-9 items-center rounded-md px-2 text-table text-ink-2 hover:bg-hover hover:text-ink max-md:h-11 max-md:px-3"
      >
        {label}
      </button>
    </form>
  );
}
