'use client';

import type { ReactNode } from 'react';
import { AnswerTable, FileAnswer } from '@/app/ui/forms/file-answer';
import { FileForm, type FileWords } from '@/app/ui/forms/file-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import type { Locale } from '@/lib/i18n/words';

/** The answer to a workbook in words: its faults, or every change that it would make. */
export type ShownCatalogue = {
  readonly isFaulty: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The words of the button that writes it, and the mark of what it writes; null where nothing may be written. */
  readonly submit: string | null;
  readonly follows: string;
};

/** The form of a workbook of the catalogue: first its preview, then the same file to be written. */
export function CatalogueForm(props: { action: string; words: FileWords; fields: ReactNode; locale: Locale }) {
  return (
    <FileForm<ShownCatalogue>
      action={props.action}
      accept=".xlsx"
      words={props.words}
      fields={props.fields}
      shown={(shown, send) => (
        <Answer shown={shown} locale={props.locale} onWrite={() => send({ follows: shown.follows })} />
      )}
    />
  );
}

function Answer({ shown, locale, onWrite }: { shown: ShownCatalogue; locale: Locale; onWrite: () => void }) {
  return (
    <FileAnswer id="answer" isFaulty={shown.isFaulty} title={shown.title} className="mt-8">
      <ul className="mt-1 mb-4 text-ink-2">
        {shown.lines.map((line) => (
          <li key={line} className="break-words">
            {marked(line, locale)}
          </li>
        ))}
      </ul>
      {shown.submit !== null && (
        <p className="mb-4">
          <button type="button" onClick={onWrite} className={buttonLook('primary')}>
            {shown.submit}
          </button>
        </p>
      )}
      {shown.rows.length > 0 && (
        // A scrolling region must be reachable by keyboard.
        <div role="region" aria-label={shown.title} tabIndex={0} className="max-h-[60vh] overflow-auto">
          <AnswerTable {...shown} cellClassName="break-words" written={(cell) => marked(cell, locale)} />
        </div>
      )}
    </FileAnswer>
  );
}
