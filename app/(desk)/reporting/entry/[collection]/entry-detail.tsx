'use client';

import { type Dispatch, useEffect, useState } from 'react';
import { usePageOwner } from '@/app/ui/forms/page-owner';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';
import { ownerHeader } from '@/lib/access/words';
import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { isExplanation } from '@/lib/reporting/rules/find';
import { longestEntry, shortestExplanation } from '@/lib/reporting/words';
import type { Cell, Step } from './cells';
import type { GridWords } from './entry-grid';

const fields = ['explanation', 'sourceText', 'note'] as const;
const hints = { explanation: 'explanationHint', sourceText: 'sourceHint', note: null } as const;

/** The fields of a figure besides its number: explanation, source, note, evidence. */
export function EntryDetail(props: {
  at: number;
  figure: FormFigure;
  cell: Cell;
  /** Whether the checks need an explanation. */
  asks: boolean;
  /** Whether it has an explanation that no finding asks for any more. */
  isIdle: boolean;
  /** That another figure explains all of it already. */
  explainedThere: string | null;
  collectionId: string;
  unitCode: string;
  rooms: GridWords;
  locale: Locale;
  dispatch: Dispatch<Step>;
  onLeave: () => void;
  beforeAttach: () => Promise<boolean>;
}) {
  const { figure, cell, dispatch } = props;
  const key = keyOf(figure);
  const t = partTranslator(props.locale, props.rooms, 'entry');
  return (
    <div className="grid max-w-5xl gap-x-6 gap-y-2 pt-1 lg:grid-cols-4">
      {fields.map((field) => {
        const id = `${field}-${props.at}`;
        const hint = hints[field];
        return (
          // On paper a field without words is no line to fill in.
          <div key={field} {...(!cell.entry[field] && { 'data-chrome': '' })}>
            <label htmlFor={id} className="mb-0.5 flex flex-wrap gap-x-2 text-xs">
              {t(field)}
              {field === 'explanation' && props.asks && (
                <ExplanationMark text={cell.entry.explanation} there={props.explainedThere} t={t} />
              )}
              {field === 'explanation' && props.isIdle && <span className="text-gold">{t('explanationIdle')}</span>}
            </label>
            <textarea
              id={id}
              name={`${field}:${key}`}
              rows={2}
              maxLength={longestEntry[field]}
              readOnly={!figure.canWrite}
              value={cell.entry[field]}
              onChange={(event) => dispatch({ kind: 'write', key, field, text: event.target.value })}
              onBlur={props.onLeave}
              {...(hint && { 'aria-describedby': `${id}-hint` })}
              className="w-full rounded-md border border-rule bg-card px-2 py-1 text-table hover:border-rule-strong max-sm:text-base"
            />
            {hint && (
              <p id={`${id}-hint`} data-chrome className="text-xs text-ink-2">
                {t(hint)}
              </p>
            )}
          </div>
        );
      })}
      <Evidence {...props} />
    </div>
  );
}

/** Whether an explanation is long enough, or given at another figure, with its length while it is not. */
function ExplanationMark(props: { text: string; there: string | null; t: ReturnType<typeof partTranslator<'entry'>> }) {
  const { text, there, t } = props;
  const count = [...text.trim()].length;
  const given = isExplanation(text) ? t('explanationGiven') : there;
  return given ? (
    <span key={given} className="text-ink-2">
      {given}
    </span>
  ) : (
    <span key={count} className="text-gold">
      {t('explanationCount', { count, least: shortestExplanation })}
    </span>
  );
}

function Evidence(props: {
  at: number;
  figure: FormFigure;
  cell: Cell;
  collectionId: string;
  unitCode: string;
  rooms: GridWords;
  locale: Locale;
  dispatch: Dispatch<Step>;
  beforeAttach: () => Promise<boolean>;
}) {
  const { figure, cell } = props;
  const t = partTranslator(props.locale, props.rooms, 'entry');
  const owner = usePageOwner();
  const [told, setTold] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<File | null>(null);
  const attach = async (file: File) => {
    setTold(t('attaching'));
    setWaiting(null);
    // Saving first gives the figure its present version.
    if (!(await props.beforeAttach())) return setTold(t('dirty'));
    setWaiting(file);
  };
  const send = async (file: File, version: number) => {
    const form = new FormData();
    form.set('collectionId', props.collectionId);
    form.set('unitCode', props.unitCode);
    form.set('figure', keyOf(figure));
    form.set('version', `${version}`);
    form.set('file', file);
    const response = await fetch(paths.uploadAttachment, {
      method: 'POST',
      headers: { accept: 'application/json', [ownerHeader]: owner },
      body: form,
    }).catch(() => null);
    if (!response?.ok) return setTold(response ? await response.text() : t('offline'));
    const attached: { id: string; fileName: string; version: number } = await response.json();
    props.dispatch({ kind: 'attached', key: keyOf(figure), evidence: attached, version: attached.version });
    setTold(null);
  };
  // After saving, so that the version is the server's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is sent once, when it begins to wait
  useEffect(() => {
    if (!waiting) return;
    setWaiting(null);
    void send(waiting, cell.version);
  }, [waiting]);
  const id = `evidence-${props.at}`;
  return (
    <div {...(!cell.evidence && { 'data-chrome': '' })}>
      <p className="mb-0.5 text-xs">{t('evidence')}</p>
      {cell.evidence && (
        <a href={paths.attachmentFile(cell.evidence.id)} className="mb-1 block text-table break-all text-sea underline">
          {cell.evidence.fileName}
        </a>
      )}
      {figure.canWrite && (
        <label
          htmlFor={id}
          data-chrome
          className={buttonLook('outline', 'has-focus-visible:outline-2 has-focus-visible:outline-sea')}
        >
          {t('attach')}
          <input
            id={id}
            type="file"
            accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) void attach(file);
            }}
            className="sr-only"
          />
        </label>
      )}
      <p role="status" data-chrome className="text-xs text-ink-2">
        <Spoken words={told ?? t('evidenceHint')} />
      </p>
    </div>
  );
}
