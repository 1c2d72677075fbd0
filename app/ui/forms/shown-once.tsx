'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { copyText } from '@/app/ui/primitives/copy-text';

/**
 * A secret that is shown only once, in place of the form that made it: what it is for, the secret, the way to copy it, and where
 * to go on. The cursor stands on it.
 */
export function ShownOnce(props: {
  words: Readonly<Record<'title' | 'lead' | 'copy' | 'copied', string>>;
  /** The terms of a `dl` above that of the secret. */
  about: ReactNode;
  label: string;
  secret: string;
  links: ReactNode;
}) {
  const { words, about, label, secret, links } = props;
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    await copyText(secret);
    setCopied(true);
  };
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="handed" className="max-w-lg border-l-2 border-gold bg-card p-4">
      <h2 id="handed" className="text-lg font-semibold">
        {words.title}
      </h2>
      <p className="mt-1 text-ink-2">{words.lead}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {about}
        <dt className="text-ink-2">{label}</dt>
        <dd data-secret className="font-mono text-base break-all select-all">
          {secret}
        </dd>
      </dl>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" onClick={copy} className={buttonLook('primary')}>
          {isCopied ? words.copied : words.copy}
        </button>
        {links}
      </p>
    </section>
  );
}
