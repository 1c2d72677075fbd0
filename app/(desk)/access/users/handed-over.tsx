'use client';

import { useEffect, useRef, useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { copyText } from '@/app/ui/primitives/copy-text';
import type { HandedOver } from '@/lib/access/users/words';
import { paths } from '@/lib/paths';

export type HandedWords = Record<
  'title' | 'lead' | 'username' | 'secret' | 'copy' | 'copied' | 'another' | 'toUser' | 'toList',
  string
>;

/** The initial secret that an administrator hands over in person: shown only once. */
export function HandedOverSecret({ handed, words }: { handed: HandedOver; words: HandedWords }) {
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await copyText(handed.secret);
    setCopied(true);
  };
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="handed" className="max-w-lg border-l-2 border-gold bg-card p-4">
      <h2 id="handed" className="text-lg font-semibold">
        {words.title}
      </h2>
      <p className="mt-1 text-ink-2">{words.lead}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-ink-2">{words.username}</dt>
        <dd className="font-mono">{handed.username}</dd>
        <dt className="text-ink-2">{words.secret}</dt>
        <dd data-secret className="font-mono text-base select-all sm:whitespace-nowrap max-sm:break-all">
          {handed.secret}
        </dd>
      </dl>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" onClick={copy} className={buttonLook('primary')}>
          {isCopied ? words.copied : words.copy}
        </button>
        <a href={paths.newUser} className={buttonLook('outline')}>
          {words.another}
        </a>
        <a href={paths.user(handed.userId)} className={buttonLook('outline')}>
          {words.toUser}
        </a>
        <a href={paths.users} className={buttonLook('quiet')}>
          {words.toList}
        </a>
      </p>
    </section>
  );
}
