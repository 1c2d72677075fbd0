'use client';

import { useActionState, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { freshForm } from '@/app/ui/forms/form-state';
import { OwnerField, usePageOwner } from '@/app/ui/forms/page-owner';
import { useAfterPress } from '@/app/ui/forms/use-after-press';
import { DraftNotice } from '@/app/ui/grid/draft-notice';
import { useGridDrafts } from '@/app/ui/grid/use-grid-drafts';
import { buttonLook } from '@/app/ui/primitives/button';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { FindingTemplates } from '@/lib/reporting/rules/finding-sentence';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { KnownValues } from '@/lib/reporting/words';
import { save as saveForm } from './actions';
import type { Cells } from './cells';
import { draftedReturn } from './entry-drafts';
import { EntryRow } from './entry-row';
import { FirstCellLink } from './first-cell-link';
import { firstToFill } from './first-to-fill';
import { keptText } from './kept-text';
import { NextFindingLink } from './next-finding-link';
import { PasteDialog } from './paste-dialog';
import { entriesOf, type Paste, type PasteField, pasteOf } from './pasting';
import { type RowFinding, rowFindings, unsettledAt } from './row-findings';
import { SaveLine } from './save-line';
import { useAutosave } from './use-autosave';
import { useCells } from './use-cells';
import { useUndoKeys } from './use-undo-keys';

export type GridWords = Rooms<'entry' | 'reporting' | 'figures'>;

/** The properties of a form besides its figures. */
export type GridProps = {
  readonly collectionId: string;
  readonly unitCode: string;
  readonly caption: string;
  readonly figures: readonly FormFigure[];
  readonly known: KnownValues;
  readonly rules: readonly CheckRule[];
  readonly savedAt: string | null;
  readonly submitHref: string | null;
  readonly rooms: GridWords;
  readonly templates: FindingTemplates;
  readonly locale: Locale;
};

/** The figures of a return as a grid for the keyboard, which saves itself. Without scripts a button saves it. */
export function EntryGrid(props: GridProps) {
  const { figures, known, rules, rooms, locale } = props;
  const t = useMemo(() => partTranslator(locale, rooms, 'entry'), [locale, rooms]);
  const store = useCells(figures);
  const { cells, sheet, latest, dispatch } = store;
  // Checks run on fields that were left, not on the one being typed in.
  const [looked, setLooked] = useState<Cells>(cells);
  const [paste, setPaste] = useState<Paste | null>(null);
  const [, action] = useActionState(saveForm, freshForm);
  const owner = usePageOwner();
  const form = { collectionId: props.collectionId, unitCode: props.unitCode, owner };
  const words = { offline: t('offline'), unexpected: t('unexpected'), leave: t('leave'), savedAt: props.savedAt };
  const { state, save } = useAutosave(form, store, words);
  const writable = useMemo(() => new Set(figures.filter((figure) => figure.canWrite).map(keyOf)), [figures]);
  const offer = useGridDrafts(draftedReturn(form), store, writable);
  const findings = useMemo(() => rowFindings(figures, looked, known, rules), [figures, looked, known, rules]);
  const look = useCallback(() => {
    dispatch({ kind: 'left' });
    setLooked(latest.current.cells);
  }, [dispatch, latest]);
  const lookAfterPress = useAfterPress(look);
  // What the server sent anew is checked at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => look(), [figures, look]);
  const element = useRef<HTMLFormElement>(null);
  const travel = useUndoKeys(element, { latest, dispatch, look });
  const onPaste = (text: string, key: string, field: PasteField) => {
    const block = pasteOf(text, { key, field }, figures, cells);
    if (block) setPaste(block);
    return block !== null;
  };
  const fill = (block: Paste) => {
    dispatch({ kind: 'fill', entries: entriesOf(block) });
    look();
    setPaste(null);
  };
  const pasted = sheet.past.at(-1);
  const filled = [...cells.values()].filter(({ entry }) => entry.typed.trim() !== '').length;
  const conflicts = [...cells.values()].filter(({ conflict }) => conflict).length;
  const toFill = firstToFill(figures, cells);
  const toSettle = toFill < 0 || filled === figures.length ? unsettledAt(figures, cells, findings) : [];
  const canWrite = figures.some((figure) => figure.canWrite);
  return (
    <form ref={element} action={action}>
      {offer && <DraftNotice offer={offer} told={(cell) => keptText(cell, figures, t, locale)} t={t} />}
      <OwnerField />
      <input type="hidden" name="collectionId" value={props.collectionId} />
      <input type="hidden" name="unitCode" value={props.unitCode} />
      <div role="region" aria-label={props.caption} tabIndex={0} className="entry-region">
        <table className="data-table entry-table">
          <caption className="sr-only">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.indicator')}</th>
              <th scope="col" className="end">
                {t('columns.previous')}
              </th>
              <th scope="col" className="end">
                {t('columns.yearEarlier')}
              </th>
              <th scope="col" className="end">
                {t('columns.value')}
              </th>
              <th scope="col" className="end">
                {t('columns.change')}
              </th>
              <th scope="col" className="end">
                {t('columns.yoy')}
              </th>
              <th scope="col" className="end">
                {t('columns.target')}
              </th>
              <th scope="col">{t('columns.course')}</th>
              <th scope="col">{t('columns.remarks')}</th>
              <th scope="col">
                <span className="sr-only">{t('columns.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure, at) => {
              const cell = cells.get(keyOf(figure));
              return (
                cell && (
                  <EntryRow
                    key={keyOf(figure)}
                    at={at}
                    figure={figure}
                    cell={cell}
                    findings={findings.get(keyOf(figure)) ?? none}
                    collectionId={props.collectionId}
                    unitCode={props.unitCode}
                    rooms={rooms}
                    templates={props.templates}
                    locale={locale}
                    dispatch={dispatch}
                    onLeave={lookAfterPress}
                    onPaste={onPaste}
                    beforeAttach={save}
                  />
                )
              );
            })}
          </tbody>
        </table>
      </div>
      {canWrite && (
        <div className="entry-foot" data-chrome>
          <span className="text-table text-ink-2">
            <span key={filled}>{t('filledOf', { filled, items: figures.length })}</span>
          </span>
          {toFill >= 0 && <FirstCellLink at={toFill} label={t('toFirstCell')} />}
          <NextFindingLink ids={toSettle} label={t('toNextFinding', { count: toSettle.length })} />
          <SaveLine state={state} conflicts={conflicts} t={t} onRetry={save} />
          {pasted?.kind === 'fill' && (
            <span className="flex items-center gap-2">
              <span key={pasted.lines.length}>{t('pasted', { count: pasted.lines.length })}</span>
              <button type="button" className={buttonLook('outline')} onClick={() => travel('undo')}>
                {t('undo')}
              </button>
            </span>
          )}
          <noscript>
            <button type="submit" className={buttonLook('outline')}>
              {t('save')}
            </button>
          </noscript>
          {props.submitHref && (
            <a href={props.submitHref} className={buttonLook('primary', 'ml-auto')}>
              {t('toSubmit')}
            </a>
          )}
        </div>
      )}
      {canWrite && (
        <p data-chrome className="mt-3 max-w-prose text-xs leading-5 text-ink-2 max-md:hidden">
          {t('keys')}
        </p>
      )}
      {paste && (
        <PasteDialog paste={paste} t={t} locale={locale} onApply={() => fill(paste)} onCancel={() => setPaste(null)} />
      )}
    </form>
  );
}

const none: readonly RowFinding[] = [];
