'use client';

import { type Dispatch, memo } from 'react';
import { isStretchWorse, readTarget } from '@/lib/monitoring/targets/read-target';
import { longestTarget, type TargetField } from '@/lib/monitoring/targets/words';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';
import { isOpen, type TargetCell, type TargetSheetStep } from './cells';
import { fieldAt } from './selection';

type Props = {
  readonly name: string;
  readonly keys: readonly string[];
  readonly cells: readonly TargetCell[];
  /** The column with the cursor, and the selected ones; null for none in this row. */
  readonly active: number | null;
  readonly chosen: readonly [left: number, right: number] | null;
  readonly labelOf: (row: string, column: number) => string;
  readonly dispatch: Dispatch<TargetSheetStep>;
};

const plain = /^-?\d{1,15}(\.\d{1,10})?$/;
const shown = (text: string, { indicator }: TargetCell) => (plain.test(text) ? writtenTarget(text, indicator) : text);

/** Why a cell of the grid is marked: no number, or a stretch target that is worse than the base target. */
function faultOf(cell: TargetCell, field: TargetField): 'text' | 'order' | null {
  const text = cell.entry[field];
  if (text === '') return null;
  const reading = readTarget(text, cell.indicator);
  if ('fault' in reading) return 'text';
  if (field === 'base' || cell.entry.base === '') return null;
  const base = readTarget(cell.entry.base, cell.indicator);
  const isWorse = !('fault' in base) && isStretchWorse(cell.indicator.direction, base.value, reading.value);
  return isWorse ? 'order' : null;
}

/** A unit's targets: two cells for each indicator, of which the one with the cursor is a field. */
export const TargetRow = memo(
  function TargetRow({ name, keys, cells, active, chosen, labelOf, dispatch }: Props) {
    const cellOf = (column: number) => {
      const cell = cells[column >> 1];
      if (!cell) return null;
      const field = fieldAt(column);
      const text = cell.entry[field];
      const fault = faultOf(cell, field);
      const isChosen = chosen !== null && column >= chosen[0] && column <= chosen[1];
      const key = keys[column >> 1] ?? '';
      return (
        <td
          key={column}
          {...(cell.state !== 'empty' && cell.state !== 'draft' && { 'data-k': cell.state })}
          {...(fault && { 'data-fault': fault })}
          {...(cell.conflict && { 'data-conflict': '' })}
          {...(isChosen && { 'data-chosen': '' })}
        >
          {active === column ? (
            <input
              type="text"
              name={`${field}:${key}`}
              value={text}
              aria-label={labelOf(name, column)}
              readOnly={!isOpen(cell)}
              maxLength={longestTarget}
              autoComplete="off"
              spellCheck={false}
              inputMode="decimal"
              {...(fault && { 'aria-invalid': true })}
              onChange={(event) => dispatch({ kind: 'write', key, field, text: event.target.value })}
            />
          ) : (
            shown(text, cell)
          )}
        </td>
      );
    };
    return (
      <tr>
        <th scope="row">{name}</th>
        {Array.from({ length: cells.length * 2 }, (_, column) => cellOf(column))}
      </tr>
    );
  },
  (one, other) =>
    one.name === other.name &&
    one.active === other.active &&
    one.labelOf === other.labelOf &&
    one.chosen?.[0] === other.chosen?.[0] &&
    one.chosen?.[1] === other.chosen?.[1] &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => cell === other.cells[at]),
);
