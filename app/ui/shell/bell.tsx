'use client';

import { Bell as BellIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { BellWords } from '@/lib/notices/list/bell-words';
import { paths } from '@/lib/paths';

/** The link to the notices of the signed-in account, with the number of unread ones, which it asks for anew on each page. */
export function Bell({ words }: { words: BellWords }) {
  const [answer, setAnswer] = useState({ words, asked: words });
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    let isLate = false;
    fetch(paths.unreadNotices)
      .then((got) => (got.ok && !got.redirected ? got.json() : null))
      .then((told: BellWords | null) => told && !isLate && setAnswer({ words: told, asked: words }))
      // The number stays as it was.
      .catch(() => {});
    return () => {
      isLate = true;
    };
  }, [path, words]);
  // A frame that was made anew knows better than an answer to an earlier one.
  const { shown, label } = answer.asked === words ? answer.words : words;
  return (
    <a
      href={paths.notices}
      aria-label={label}
      title={label}
      className="relative flex size-9 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
    >
      <BellIcon size={18} strokeWidth={1.75} aria-hidden="true" />
      {shown && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-4 rounded-full bg-sea px-1 text-center text-xs leading-4 text-on-sea tabular-nums"
        >
          {shown}
        </span>
      )}
    </a>
  );
}
