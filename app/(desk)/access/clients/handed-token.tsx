'use client';

import type { ReactNode } from 'react';
import { CommandForm } from '@/app/ui/forms/command-form';
import type { FormAction } from '@/app/ui/forms/form-state';
import { ShownOnce } from '@/app/ui/forms/shown-once';
import { buttonLook } from '@/app/ui/primitives/button';
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
  return (
    <ShownOnce
      words={words}
      about={
        <>
          <dt className="text-ink-2">{words.name}</dt>
          <dd>{handed.name}</dd>
          <dt className="text-ink-2">{words.expires}</dt>
          <dd>{handed.expiresOn}</dd>
        </>
      }
      label={words.token}
      secret={handed.token}
      links={
        <a href={paths.clients} className={buttonLook('outline')}>
          {words.toList}
        </a>
      }
    />
  );
}
