'use client';

import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SaveLine } from '@/app/(desk)/reporting/entry/[collection]/save-line';
import { usePageOwner } from '@/app/ui/forms/page-owner';
import { DraftNotice } from '@/app/ui/grid/draft-notice';
import { nextLine } from '@/app/ui/grid/history';
import { useAutosaveOf } from '@/app/ui/grid/use-autosave';
import { useGridDrafts } from '@/app/ui/grid/use-grid-drafts';
import { type Direction, useUndoRequests } from '@/app/ui/grid/use-undo-requests';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { TargetGrid as Grid } from '@/lib/monitoring/targets/grid/words';
import { placeOf, targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { CellLine } from './cell-line';
import { ConflictLine } from './conflict-line';
import { FillBar } from './fill-bar';
import { copied, type Filling, fillBlock, fillText, keyAt } from './filling';
import { keptText } from './kept-text';
import { fieldAt, indicatorAt, only, type Selection, spanOf } from './selection';
import { saveTargetsOnce } from './send-targets';
import { TargetRow } from './target-row';
import { useOpenCells, useTargetCells } from './use-target-cells';
import { ledBy } from './use-target-keys';

export type TargetWords = Rooms<'targets' | 'entry' | 'figures'>;

/** The targets of units for indicators as a grid for the keyboard, which saves itself. */
export function TargetGrid({ grid, rooms, locale }: { grid: Grid; rooms: TargetWords; locale: Locale }) {
  const t = useMemo(() => partTranslator(locale, rooms, 'targets'), [locale, rooms]);
  const f = useMemo(() => partTranslator(locale, rooms, 'figures'), [locale, rooms]);
  const e = useMemo(() => partTranslator(locale, rooms, 'entry'), [locale, rooms]);
  const store = useTargetCells(grid);
  const { cells, sheet, latest, dispatch } = store;
  const [selection, select] = useState<Selection>(only({ row: 0, column: 0 }));
  const [told, setTold] = useState('');
  const element = useRef<HTMLTableElement>(null);
  const follows = useRef(false);
  const owner = usePageOwner();
  const { year, indicators, rows } = grid;
  const codes = useMemo(
    () => ({
      units: rows.map(({ unit }) => unit.code),
      indicators: indicators.map(({ code }) => code),
      named: rows.map(({ unit }) => unit),
    }),
    [rows, indicators],
  );
  const keys = useMemo(
    () => codes.units.map((unit) => codes.indicators.map((indicator) => targetKey({ unit, indicator }))),
    [codes],
  );
  const size = { row: rows.length, column: indicators.length * 2 };
  const [offline, unexpected, unread] = [e('offline'), e('unexpected'), t('grid.unread')];
  const send = useCallback(
    (isLeaving: boolean) =>
      saveTargetsOnce(
        { year, owner },
        { present: () => latest.current.cells, note: dispatch },
        { offline, unexpected, unread },
        isLeaving,
      ),
    [year, owner, latest, dispatch, offline, unexpected, unread],
  );
  const words = { leave: t('grid.leave'), savedAt: null };
  const name = `targets ${year}`;
  const { state, save } = useAutosaveOf({ name, send }, store, words);
  const offer = useGridDrafts({ owner, name }, store, useOpenCells(cells));
  const move = useCallback((next: Selection) => {
    follows.current = true;
    select(next);
    setTold('');
  }, []);
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    dispatch({ kind: 'left' });
    const row = element.current?.tBodies[0]?.rows[selection.at.row];
    const field = row?.cells[selection.at.column + 1]?.querySelector('input');
    field?.focus();
    field?.select();
  }, [selection, dispatch]);
  const travel = useCallback(
    (direction: Direction) => {
      const line = nextLine(latest.current, direction);
      const place = line && placeOf(line.key);
      if (!line || !place) return;
      dispatch({ kind: direction });
      const row = codes.units.indexOf(place.unit);
      const column = codes.indicators.indexOf(place.indicator) * 2 + (line.field === 'base' ? 0 : 1);
      move(only({ row, column }));
    },
    [latest, dispatch, codes, move],
  );
  useUndoRequests(element, travel);
  const fill = (filling: Filling) => {
    dispatch({ kind: 'fill', entries: filling.entries });
    const parts = (['locked', 'without', 'over'] as const).filter((part) => filling[part] > 0);
    const said = [t('grid.filled', { count: filling.filled })];
    const told = parts.map((part) =>
      part === 'over'
        ? t('grid.over', { count: filling.over, list: listed(filling.overTexts, locale) })
        : t(`grid.${part}`, { count: filling[part] }),
    );
    const unnamed = { count: filling.unnamed.length, list: listed(filling.unnamed, locale) };
    setTold([...said, ...told, ...(unnamed.count > 0 ? [t('grid.unnamed', unnamed)] : [])].join(t('grid.and')));
  };
  const labelOf = useCallback(
    (row: string, column: number) => {
      const indicator = indicators[indicatorAt(column)];
      return t('grid.cell', {
        unit: row,
        indicator: indicator ? nameOf(indicator, locale) : '',
        field: t(`fields.${fieldAt(column)}`),
      });
    },
    [indicators, locale, t],
  );
  /** The place of a pressed cell; of a head, its whole row or column. */
  const pressed = (event: MouseEvent<HTMLTableElement>): Selection | null => {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
    const line = cell?.parentElement;
    if (!(cell instanceof HTMLTableCellElement) || !(line instanceof HTMLTableRowElement)) return null;
    const row = line.sectionRowIndex;
    if (line.parentElement?.tagName === 'THEAD') {
      const [left, right] = (cell.dataset.columns ?? '').split(' ').map(Number);
      if (left === undefined || right === undefined || Number.isNaN(right)) return null;
      return { at: { row: 0, column: left }, from: { row: size.row - 1, column: right } };
    }
    if (cell.cellIndex === 0) return { at: { row, column: 0 }, from: { row, column: size.column - 1 } };
    return only({ row, column: cell.cellIndex - 1 });
  };
  const press = (event: MouseEvent<HTMLTableElement>) => {
    const next = pressed(event);
    if (event.button !== 0 || !next || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    move(event.shiftKey ? { at: next.at, from: selection.from } : next);
  };
  const drag = (event: MouseEvent<HTMLTableElement>) => {
    const next = event.buttons === 1 ? pressed(event) : null;
    const isNew = next && (next.at.row !== selection.at.row || next.at.column !== selection.at.column);
    if (next && isNew && event.target instanceof HTMLTableCellElement && event.target.tagName === 'TD') {
      move({ at: next.at, from: selection.from });
    }
  };
  const span = spanOf(selection);
  const count = (span.bottom - span.top + 1) * (span.right - span.left + 1);
  const conflicts = [...cells].filter(([, { conflict }]) => conflict);
  const active = cells.get(keyAt(codes, selection.at) ?? '');
  return (
    <div>
      {offer && <DraftNotice offer={offer} told={(cell) => keptText(cell, grid, t, locale)} t={e} />}
      <div role="region" aria-label={t('grid.caption', { year: `${year}` })} tabIndex={0} className="target-region">
        <table
          ref={element}
          className="target-grid"
          onMouseDown={press}
          onMouseOver={drag}
          onFocus={() => undefined}
          onKeyDown={(event) => {
            const next = ledBy(event, selection, size);
            if (next) {
              event.preventDefault();
              move(next);
            } else if (event.key === 'Escape') {
              const key = keyAt(codes, selection.at);
              if (key) dispatch({ kind: 'revert', key, field: fieldAt(selection.at.column) });
            } else if (event.key === 'Delete' && count > 1) {
              event.preventDefault();
              fill(fillText(selection, '', codes, cells));
            }
          }}
          onPaste={(event) => {
            const filling = fillBlock(event.clipboardData.getData('text/plain'), selection, codes, cells);
            if (!filling) return;
            event.preventDefault();
            fill(filling);
          }}
          onCopy={(event) => {
            if (count === 1) return;
            event.preventDefault();
            event.clipboardData.setData('text/plain', copied(selection, codes, cells));
          }}
        >
          <caption className="sr-only">{t('grid.caption', { year: `${year}` })}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('grid.unit')}
              </th>
              {indicators.map((indicator, at) => (
                <th key={indicator.code} scope="colgroup" colSpan={2} data-columns={`${at * 2} ${at * 2 + 1}`}>
                  {nameOf(indicator, locale)} <span>{unitOf(indicator, locale)}</span>
                </th>
              ))}
            </tr>
            <tr>
              {indicators.flatMap(({ code }, at) =>
                ([0, 1] as const).map((part) => (
                  <th key={`${code} ${part}`} scope="col" data-columns={`${at * 2 + part} ${at * 2 + part}`}>
                    {t(`short.${fieldAt(part)}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit }, row) => (
              <TargetRow
                key={unit.code}
                name={nameOf(unit, locale)}
                keys={keys[row] ?? []}
                cells={(keys[row] ?? []).flatMap((key) => cells.get(key) ?? [])}
                active={selection.at.row === row ? selection.at.column : null}
                chosen={count > 1 && row >= span.top && row <= span.bottom ? [span.left, span.right] : null}
                labelOf={labelOf}
                dispatch={dispatch}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="target-foot" data-chrome>
        {conflicts.map(([key, cell]) => (
          <ConflictLine key={key} at={key} cell={cell} grid={grid} dispatch={dispatch} t={t} locale={locale} />
        ))}
        {active && (
          <CellLine
            // A line of another cell is an element of its own, so that a translated page shows it.
            key={keyAt(codes, selection.at)}
            cell={active}
            unit={rows[selection.at.row]?.unit}
            year={year}
            place={selection.at}
            codes={codes}
            cells={cells}
            t={t}
            f={f}
            locale={locale}
          />
        )}
        <FillBar selection={selection} count={count} codes={codes} cells={cells} t={t} onFill={fill} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SaveLine state={state} conflicts={conflicts.length} t={e} onRetry={save} />
          <p role="status" className="text-table text-ink-2">
            <Spoken words={told} />
          </p>
          {sheet.past.length > 0 && (
            <button type="button" className={buttonLook('outline')} onClick={() => travel('undo')}>
              {t('grid.undo')}
            </button>
          )}
        </div>
      </div>
      <p className="mt-2 max-w-prose text-xs leading-5 text-ink-2 max-md:hidden">{t('grid.keys')}</p>
    </div>
  );
}
