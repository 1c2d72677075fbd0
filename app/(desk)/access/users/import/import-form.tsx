'use client';

import { importList } from '@/app/(desk)/access/users/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { FileField } from '@/app/ui/forms/fields';
import { AnswerTable, FileAnswer } from '@/app/ui/forms/file-answer';
import { buttonLook } from '@/app/ui/primitives/button';
import { paths } from '@/lib/paths';
import type { ShownOutcome } from './shown-outcome';

type Words = Readonly<Record<'submit' | 'refused' | 'file' | 'hint' | 'print' | 'again' | 'toList', string>>;

/** The form that imports a list of users; its result replaces it. */
export function ImportForm({ words }: { words: Words }) {
  return (
    <CommandForm
      action={importList}
      submit={words.submit}
      refusedTitle={words.refused}
      className="max-w-xl"
      done={(outcome) => <Outcome outcome={outcome} words={words} />}
    >
      <FileField name="file" label={words.file} hint={words.hint} accept=".xlsx,.csv" />
    </CommandForm>
  );
}

function Outcome({ outcome, words }: { outcome: ShownOutcome; words: Words }) {
  return (
    <FileAnswer id="outcome" isFaulty={!outcome.isMade} title={outcome.title} className="max-w-3xl">
      <p className="mt-1 mb-4 text-ink-2">{outcome.lead}</p>
      <AnswerTable {...outcome} cellClassName={outcome.isMade ? 'font-mono' : undefined} />
      <p className="mt-6 flex flex-wrap gap-3" data-chrome>
        {outcome.isMade ? (
          <>
            <button type="button" onClick={() => print()} className={buttonLook('primary')}>
              {words.print}
            </button>
            <a href={paths.users} className={buttonLook('outline')}>
              {words.toList}
            </a>
          </>
        ) : (
          <a href={paths.userImport} className={buttonLook('primary')}>
            {words.again}
          </a>
        )}
      </p>
    </FileAnswer>
  );
}
