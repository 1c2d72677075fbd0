'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CommandForm } from '@/app/ui/forms/command-form';
import type { FormAction } from '@/app/ui/forms/form-state';
import { buttonLook } from '@/app/ui/primitives/button';
import { copyText } from '@/app/ui/primitives/copy-text';
import type { HandedToken } from '@/lib/access/clients/words';
import { paths } from '@/lib/paths';

export type TokenWords = Record<'title' | 'lead' | 'name' | 'expires' | 'token' | 'copy' | 'copied' | 'toList', string>;

/** The form that makes a token, which then stands in its place: shown only once. */
export function TokenForm(props: {
  action: FormAction<HandedToken>;
  submit: string;
  refusedTitle: string;
  words: TokenWords;
  children: ReactNode;
}) {
  const { words, ...form } = props;
  return (
    <CommandForm
      {...form}
      id="new-client"
      className="max-w-md"
      done={(handed) => <Token handed={handed} words={words} />}
    />
  );
}

function Token({ handed, words }: { handed: HandedToken; words: TokenWords }) {
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await copyText(handed.token);
    setCopied(true);
  };
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="handed" className="max-w-lg border-l-2 border-gold bg-card p-4">
      <h3 id="handed" className="text-lg font-semibold">
        {words.title}
      </h3>
      <p className="mt-1 text-ink-2">{words.lead}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-ink-2">{words.name}</dt>
        <dd>{handed.name}</dd>
        <dt className="text-ink-2">{words.expires}</dt>
        <dd>{handed.expiresOn}</dd>
        <dt className="text-ink-2">{words.token}</dt>
        <dd data-secret className="font-mono text-base break-all select-all">
          {handed.token}
        </dd>
      </dl>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" onClick={copy} className={buttonLook('primary')}>
          {isCopied ? words.copied : words.copy}
        </button>
        <a href={paths.clients} className={buttonLook('outline')}>
          {words.toList}
        </a>
      </p>
    </section>
  );
}
