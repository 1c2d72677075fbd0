'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { FileForm, type FileWords } from '@/app/ui/forms/file-form';
import { buttonLook } from '@/app/ui/primitives/button';

/** The answer to a sheet, in words: its faults, or what it would change. */
export type ShownImport = {
  readonly isFaulty: boolean;
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The words of the button that records it, and the mark of what it records; null where there is nothing to record. */
  readonly submit: string | null;
  readonly follows: string;
};

/** The form of a tidy sheet: first its preview, then the same file to be recorded. */
export function ImportCitedForm(props: { action: string; words: FileWords; fields: ReactNode }) {
  return (
    <FileForm<ShownImport>
      action={props.action}
      accept=".xlsx,.csv"
      words={props.words}
      fields={props.fields}
      asks={{ preview: '1' }}
      shown={(shown, send) => <Answer shown={shown} onRecord={() => send({ follows: shown.follows })} />}
    />
  );
}

function Answer({ shown, onRecord }: { shown: ShownImport; onRecord: () => void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="answer" className="mt-8 outline-offset-4">
      <h2
        id="answer"
        className={`border-l-2 pl-3 text-lg font-semibold ${shown.isFaulty ? 'border-vermilion' : 'border-sea'}`}
      >
        {shown.title}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{shown.lead}</p>
      {shown.submit !== null && (
        <p className="mb-4">
          <button type="button" onClick={onRecord} className={buttonLook('primary')}>
            {shown.submit}
          </button>
        </p>
      )}
      {shown.rows.length > 0 && (
        // A scrolling region must be reachable by keyboard.
        <div role="region" aria-label={shown.title} tabIndex={0} className="overflow-x-auto">
          <table className="data-table">
            <thead>
              <tr>
                {shown.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, at) => (
                    <td key={shown.columns[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
