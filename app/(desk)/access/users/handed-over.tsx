'use client';

import { ShownOnce } from '@/app/ui/forms/shown-once';
import { buttonLook } from '@/app/ui/primitives/button';
import type { HandedOver } from '@/lib/access/users/words';
import { paths } from '@/lib/paths';

export type HandedWords = Record<
  'title' | 'lead' | 'username' | 'secret' | 'copy' | 'copied' | 'another' | 'toUser' | 'toList',
  string
>;

/** The initial secret that an administrator hands over in person: shown only once. */
export function HandedOverSecret({ handed, words }: { handed: HandedOver; words: HandedWords }) {
  return (
    <ShownOnce
      words={words}
      about={
        <>
          <dt className="text-ink-2">{words.username}</dt>
          <dd className="font-mono">{handed.username}</dd>
        </>
      }
      label={words.secret}
      secret={handed.secret}
      links={
        <>
          <a href={paths.newUser} className={buttonLook('outline')}>
            {words.another}
          </a>
          <a href={paths.user(handed.userId)} className={buttonLook('outline')}>
            {words.toUser}
          </a>
          <a href={paths.users} className={buttonLook('quiet')}>
            {words.toList}
          </a>
        </>
      }
    />
  );
}
