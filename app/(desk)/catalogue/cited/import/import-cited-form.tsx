'use client';

import type { ReactNode } from 'react';
import { AnswerTable, FileAnswer } from '@/app/ui/forms/file-answer';
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
  return (
    <FileAnswer id="answer" isFaulty={shown.isFaulty} title={shown.title} className="mt-8">
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
          <AnswerTable {...shown} />
        </div>
      )}
    </FileAnswer>
  );
}
