'use client';

import { useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { copyText } from '@/app/ui/primitives/copy-text';
import { Spoken } from '@/app/ui/primitives/spoken';

/** A button that copies a text, and says so. */
export function CopyText(props: {
  text: string;
  words: { copy: string; copied: string };
  /** The accessible name, where the words alone are unclear. */
  label?: string;
  /** Whether it looks like a link. */
  isPlain?: boolean;
}) {
  const [isCopied, setCopied] = useState(false);
  return (
    <span className="inline-flex items-center gap-2">
      <button
        type="button"
        onClick={async () => {
          await copyText(props.text);
          setCopied(true);
        }}
        onBlur={() => setCopied(false)}
        {...(props.label && { 'aria-label': props.label })}
        className={
          props.isPlain
            ? 'inline-flex min-h-7 items-center text-sea hover:underline max-sm:min-h-11'
            : buttonLook('outline')
        }
      >
        {props.words.copy}
      </button>
      <span role="status" className="text-xs text-ink-2">
        <Spoken words={isCopied && props.words.copied} />
      </span>
    </span>
  );
}
