'use client';

import { Pencil } from 'lucide-react';
import { type ClipboardEvent, type Dispatch, type KeyboardEvent, memo, useEffect, useState } from 'react';
import { Sparkline } from '@/app/ui/figures/sparkline';
import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { sparkCourse } from '@/lib/dashboards/series/spaced-periods';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { writtenEntry, writtenEntryYoy } from '@/lib/reporting/entry/form/written-entry';
import { keyOf } from '@/lib/reporting/figure-key';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { holdsExplanation, isExplanation, mustExplain } from '@/lib/reporting/rules/find';
import type { FindingTemplates } from '@/lib/reporting/rules/finding-sentence';
import { type FigureReading, longestEntry } from '@/lib/reporting/words';
import { groupedDecimal } from '@/lib/statistics/numbers';
import type { Cell } from './cells';
import { Change } from './change';
import { ConflictNotice } from './conflict-notice';
import { EntryDetail } from './entry-detail';
import type { GridWords } from './entry-grid';
import { explainedThere, FindingList } from './finding-list';
import type { SheetStep } from './history';
import type { PasteField } from './pasting';
import { Reading, ReadingFault } from './reading';
import type { RowFinding } from './row-findings';

type Props = {
  at: number;
  figure: FormFigure;
  cell: Cell;
  findings: readonly RowFinding[];
  collectionId: string;
  unitCode: string;
  rooms: GridWords;
  templates: FindingTemplates;
  locale: Locale;
  dispatch: Dispatch<SheetStep>;
  onLeave: () => void;
  onPaste: (text: string, key: string, field: PasteField) => boolean;
  beforeAttach: () => Promise<boolean>;
};

/** Moves the cursor to the same column of another writable row; returns whether there is one. */
function moveFrom(input: HTMLInputElement, by: 1 | -1): boolean {
  const column = [...document.querySelectorAll<HTMLInputElement>(`input[data-column="${input.dataset.column}"]`)];
  const next = column[column.indexOf(input) + by];
  next?.focus();
  next?.select();
  return next !== undefined;
}

const faultOf = (typed: string, reading: FigureReading | ReturnType<typeof readGrowth>) => ({
  typed,
  fault: reading.kind === 'fault' ? reading.fault : null,
});

/** One row of the form: earlier values, the fields, the change, the findings. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { figure, cell, findings, locale, rooms, dispatch } = props;
  const { indicator, canWrite } = figure;
  const key = keyOf(figure);
  const t = partTranslator(locale, rooms, 'entry');
  const r = partTranslator(locale, rooms, 'reporting');
  const f = partTranslator(locale, rooms, 'figures');
  const [isOpen, setOpen] = useState(false);
  const name = nameOf(indicator, locale);
  const unit = unitOf(indicator, locale);
  const period = writtenPeriod(figure.periodCode, locale);
  const reading = readFigure(cell.entry.typed, indicator);
  const value = reading.kind === 'number' ? reading.value : null;
  const toExplain = findings.filter(mustExplain);
  const asks = canWrite && toExplain.length > 0;
  const isIdle = canWrite && cell.entry.explanation.trim() !== '' && !holdsExplanation(findings);
  const isShown = isOpen || asks;
  // Shown once, and not shut when its last letter is removed.
  useEffect(() => {
    if (isIdle) setOpen(true);
  }, [isIdle]);
  const [by] = toExplain.every(({ explainedBy }) => explainedBy) ? toExplain : [];
  const hasMore = Boolean(cell.entry.note || cell.entry.sourceText || cell.entry.explanation || cell.evidence);
  // A year to date has no change from the shorter one before it.
  const isYearToDate = parsePeriod(figure.periodCode)?.kind === 'yearToDate';
  const detailId = `detail-${props.at}`;
  const course = figure.course.map(({ periodCode, value }) => ({ period: periodCode, value: Number(value) }));
  const last = figure.course.at(-1);

  // What was sent stands as it was read; what may be changed, as it was typed.
  const sent = {
    typed: writtenEntry(cell.entry.typed, indicator, locale),
    typedYoy: writtenEntryYoy(cell.entry.typedYoy, indicator, f),
  };
  const field = (column: PasteField, label: string) => ({
    type: 'text' as const,
    name: `${column}:${key}`,
    value: (canWrite ? cell.entry : sent)[column],
    'aria-label': label,
    'data-column': column,
    id: column === 'typed' ? `figure-${props.at}` : undefined,
    readOnly: !canWrite,
    maxLength: longestEntry[column],
    autoComplete: 'off',
    spellCheck: false,
    inputMode: 'decimal' as const,
    className: 'entry-input',
    onChange: (event: { target: HTMLInputElement }) =>
      dispatch({ kind: 'write', key, field: column, text: event.target.value }),
    onBlur: props.onLeave,
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
      if (canWrite && props.onPaste(event.clipboardData.getData('text/plain'), key, column)) event.preventDefault();
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      // 229 is the key of an input method, which some of them send after the composition.
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        moveFrom(event.currentTarget, event.key === 'ArrowUp' || event.shiftKey ? -1 : 1);
      }
      if (event.key === 'Escape') dispatch({ kind: 'revert', key, field: column });
    },
  });
  const isFaulty = findings.some(({ severity }) => severity === 'mandatory');

  return (
    <>
      <tr data-state={figure.state ?? 'empty'} {...(isShown && { 'data-open': '' })}>
        <th scope="row">
          <span className="block">{name}</span>
          <span className="block text-xs font-normal text-ink-2">
            {unit} · {period}
            {!figure.isRequired && ` · ${t('optional')}`}
          </span>
          <input type="hidden" name={`version:${key}`} value={cell.version} />
        </th>
        <td className="end" data-label={t('columns.previous')}>
          {figure.previous === null ? '—' : groupedDecimal(figure.previous)}
        </td>
        <td className="end" data-label={t('columns.yearEarlier')}>
          {figure.yearEarlier === null ? '—' : groupedDecimal(figure.yearEarlier)}
        </td>
        <td className="end entry-value" data-label={t('columns.value')}>
          <input
            {...field('typed', t('valueOf', { indicator: name, unit, period }))}
            {...(isFaulty && { 'aria-invalid': true })}
            {...(findings.length > 0 && { 'aria-describedby': `findings-${props.at}` })}
          />
          {(canWrite || reading.kind !== 'number') && (
            <Reading reading={reading} unit={unit} rooms={rooms} locale={locale} />
          )}
          <ReadingFault {...faultOf(cell.entry.typed, reading)} rooms={rooms} locale={locale} />
        </td>
        <td className="end whitespace-nowrap" data-label={t('columns.change')}>
          {value !== null && !isYearToDate && (
            <Change
              growth={growthOver(indicator.measure, value, figure.previous, figure.otherBases.previous)}
              written={(change) => t('againstPrevious', { change })}
              rooms={rooms}
              locale={locale}
            />
          )}
          {value !== null && (
            <Change
              growth={growthOver(indicator.measure, value, figure.yearEarlier, figure.otherBases.yearEarlier)}
              written={(change) => t('yearOnYear', { change })}
              rooms={rooms}
              locale={locale}
            />
          )}
        </td>
        <td className="end entry-yoy" data-label={t('columns.yoy')}>
          <input
            {...field('typedYoy', t('yoyOf', { indicator: name, period }))}
            {...(canWrite && { placeholder: indicator.measure === 'rate' ? t('points') : '%' })}
          />
          <ReadingFault
            {...faultOf(cell.entry.typedYoy, readGrowth(cell.entry.typedYoy, indicator))}
            rooms={rooms}
            locale={locale}
          />
        </td>
        <td className="end" data-label={t('columns.target')}>
          {figure.target === null ? '—' : groupedDecimal(figure.target)}
        </td>
        <td data-label={t('columns.course')}>
          {last ? (
            <Sparkline
              {...sparkCourse(course, [])}
              label={t('courseOf', { indicator: name, count: course.length, last: groupedDecimal(last.value), period })}
            />
          ) : (
            '—'
          )}
        </td>
        <td className="entry-remarks">
          {figure.state && figure.state !== 'draft' && (
            <span className="mr-1 text-xs text-ink-2">{r(`figureStates.${figure.state}`)}</span>
          )}
          {findings.length > 0 && (
            <span id={`findings-${props.at}`}>
              <FindingList
                isExplained={isExplanation(cell.entry.explanation)}
                findings={findings}
                templates={props.templates}
                rooms={rooms}
                locale={locale}
              />
            </span>
          )}
          {figure.returnReason && figure.state === 'returned' && (
            <span className="block text-vermilion">{t('returnedFor', { reason: figure.returnReason })}</span>
          )}
          {figure.approvedValue !== null && (
            <span className="block">
              {t('verified', { value: groupedDecimal(figure.approvedValue), reason: figure.approvedReason })}
            </span>
          )}
        </td>
        <td>
          <button
            type="button"
            aria-expanded={isShown}
            aria-controls={detailId}
            aria-label={isOpen ? t('closeDetail') : t('openDetail', { indicator: name, period })}
            title={t('detail')}
            onClick={() => setOpen(!isOpen)}
            data-chrome
            className="entry-more"
          >
            <Pencil size={15} strokeWidth={1.75} aria-hidden="true" />
            {hasMore && <span className="entry-dot" />}
          </button>
        </td>
      </tr>
      {cell.conflict && (
        <tr data-detail="">
          <td colSpan={10}>
            <ConflictNotice conflict={cell.conflict} cell={cell} dispatch={dispatch} rooms={rooms} locale={locale} />
          </td>
        </tr>
      )}
      <tr data-detail="" id={detailId} hidden={!isShown}>
        <td colSpan={10}>
          <EntryDetail
            {...props}
            asks={asks}
            isIdle={isIdle}
            explainedThere={by?.explainedBy ? explainedThere(by.explainedBy, rooms, locale) : null}
          />
        </td>
      </tr>
    </>
  );
});
