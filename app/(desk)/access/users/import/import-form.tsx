'use client';

import { useEffect, useRef } from 'react';
import { importList } from '@/app/(desk)/access/users/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { FileField } from '@/app/ui/forms/fields';
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
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="outcome" className="max-w-3xl outline-offset-4">
      <h2
        id="outcome"
        className={`border-l-2 pl-3 text-lg font-semibold ${outcome.isMade ? 'border-sea' : 'border-vermilion'}`}
      >
        {outcome.title}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{outcome.lead}</p>
      <table className="data-table">
        <thead>
          <tr>
            {outcome.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcome.rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, at) => (
                <td key={outcome.columns[at]} className={outcome.isMade ? 'font-mono' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
    </section>
  );
}
