'use client';

import { compare, write } from '@/app/(desk)/monitoring/targets/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { FileField } from '@/app/ui/forms/fields';
import { AnswerTable, FileAnswer } from '@/app/ui/forms/file-answer';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import type { Locale } from '@/lib/i18n/words';
import type { ShownComparison } from './shown-comparison';

type Words = Readonly<Record<'submit' | 'refused' | 'file' | 'hint' | 'write' | 'again' | 'caption', string>>;
type Props = { hidden: Readonly<Record<string, string | number>>; again: string; words: Words; locale: Locale };

/** The form that compares a sheet; the comparison replaces it, with the form that writes. */
export function CompareForm(props: Props) {
  const { hidden, words } = props;
  return (
    <CommandForm
      id="compare"
      action={compare}
      submit={words.submit}
      refusedTitle={words.refused}
      hidden={hidden}
      className="max-w-xl"
      done={(shown) => <Comparison shown={shown} {...props} />}
    >
      <FileField name="file" label={words.file} hint={words.hint} accept=".xlsx,.csv" />
    </CommandForm>
  );
}

function Comparison({ shown, hidden, again, words, locale }: Props & { shown: ShownComparison }) {
  const toAgain = (
    <a href={again} className={buttonLook('outline')}>
      {words.again}
    </a>
  );
  return (
    <FileAnswer id="comparison" isFaulty={shown.isFaulty} title={shown.title} className="max-w-5xl">
      <ul className="mt-1 mb-4 text-ink-2">
        {shown.lines.map((line) => (
          <li key={line} className="break-words">
            {marked(line, locale)}
          </li>
        ))}
      </ul>
      {shown.rows.length > 0 && (
        <div role="region" aria-label={words.caption} tabIndex={0} className="mb-4 max-h-[60vh] overflow-auto">
          <AnswerTable
            {...shown}
            caption={words.caption}
            cellClassName="break-words tabular-nums"
            written={(cell) => marked(cell, locale)}
          />
        </div>
      )}
      {shown.drafts ? (
        <CommandForm
          id="write"
          action={write}
          submit={words.write}
          refusedTitle={words.refused}
          hidden={{ ...hidden, drafts: shown.drafts }}
          actions={toAgain}
        />
      ) : (
        toAgain
      )}
    </FileAnswer>
  );
}
