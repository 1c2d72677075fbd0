'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { CommandForm } from '@/app/ui/forms/command-form';
import { CopyText } from '@/app/ui/forms/copy-button';
import type { FormAction } from '@/app/ui/forms/form-state';
import { ShownOnce } from '@/app/ui/forms/shown-once';
import { buttonLook } from '@/app/ui/primitives/button';
import type { HandedDisplay } from '@/lib/dashboards/displays/words';
import { paths } from '@/lib/paths';

export type HandedWords = Readonly<
  Record<
    'title' | 'lead' | 'name' | 'expires' | 'address' | 'embedding' | 'embedNote' | 'copy' | 'copied' | 'toList',
    string
  >
>;

/** The form that makes a display, in whose place its addresses then stand: shown only once. */
export function DisplayForm(props: {
  action: FormAction<HandedDisplay>;
  submit: string;
  refusedTitle: string;
  words: HandedWords;
  children: ReactNode;
}) {
  const { words, ...form } = props;
  return (
    <CommandForm
      {...form}
      id="new-display"
      className="max-w-xl"
      done={(handed) => <Handed handed={handed} words={words} />}
    />
  );
}

function Handed({ handed, words }: { handed: HandedDisplay; words: HandedWords }) {
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);
  return (
    <>
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
        label={words.address}
        secret={`${origin}${paths.display(handed.token)}`}
        links={
          <a href={paths.displays} className={buttonLook('outline')}>
            {words.toList}
          </a>
        }
      />
      {handed.isFramed && (
        <div className="mt-4 max-w-xl">
          <h3 className="font-semibold">{words.embedding}</h3>
          <p className="text-table text-ink-2">{words.embedNote}</p>
          <ul className="mt-2 grid gap-2">
            {handed.boards.map((board) => {
              const address = `${origin}${paths.embedded(handed.token, board)}`;
              return (
                <li key={board}>
                  <span data-embedding className="font-mono text-sm break-all select-all">
                    {address}
                  </span>{' '}
                  <CopyText text={address} words={words} isPlain />
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}
