import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import type { Locale } from '@/lib/i18n/words';
import { AnswerTable, FileAnswer } from './file-answer';

/** The answer to a file in words: its faults, or every change that it would make. */
export type ShownPreview = {
  readonly isFaulty: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The words of the button that writes it; null where there is nothing to write. */
  readonly submit: string | null;
  /** The mark of what it writes. */
  readonly follows: string;
};

/** The preview of a file, with the button that writes it. */
export function PreviewAnswer(props: {
  shown: ShownPreview;
  caption?: string;
  cellClassName?: string;
  onWrite: () => void;
  locale: Locale;
}) {
  const { shown, onWrite, locale, ...table } = props;
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
          <AnswerTable columns={shown.columns} rows={shown.rows} written={(cell) => marked(cell, locale)} {...table} />
        </div>
      )}
    </FileAnswer>
  );
}
