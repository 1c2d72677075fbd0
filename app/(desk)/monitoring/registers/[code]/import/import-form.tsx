'use client';

import type { ReactNode } from 'react';
import { AnswerTable, FileAnswer } from '@/app/ui/forms/file-answer';
import { FileForm, type FileWords } from '@/app/ui/forms/file-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import type { Locale } from '@/lib/i18n/words';

/** The answer to a sheet, in words: its faults, or what it would change. */
export type ShownSheet = {
  readonly isFaulty: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The words of the button that writes it; null where there is nothing to write. */
  readonly submit: string | null;
  readonly follows: string;
};

/** The form of a sheet of a register: first its differences, then the same file to be written. */
export function ImportForm(props: {
  action: string;
  hidden: Readonly<Record<string, string>>;
  words: FileWords;
  fields: ReactNode;
  locale: Locale;
}) {
  const { locale, ...form } = props;
  return (
    <FileForm<ShownSheet>
      {...form}
      accept=".xlsx,.csv"
      asks={{ preview: '1' }}
      shown={(shown, send) => (
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
              <button type="button" onClick={() => send({ follows: shown.follows })} className={buttonLook('primary')}>
                {shown.submit}
              </button>
            </p>
          )}
          {shown.rows.length > 0 && (
            // A scrolling region must be reachable by keyboard.
            <div role="region" aria-label={shown.title} tabIndex={0} className="max-h-[60vh] overflow-auto">
              <AnswerTable {...shown} caption={shown.title} written={(cell) => marked(cell, locale)} />
            </div>
          )}
        </FileAnswer>
      )}
    />
  );
}
