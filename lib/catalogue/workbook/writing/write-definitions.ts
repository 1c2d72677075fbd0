import type { Work } from '@/lib/access/command';
import { defineIndicator } from '@/lib/catalogue/indicators/editing/define-indicator';
import { retireIndicator } from '@/lib/catalogue/indicators/editing/retire-indicator';
import type { Values } from '@/lib/catalogue/workbook/words';
import { wordingOf } from '@/lib/catalogue/workbook/writing/add-indicators';
import { giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import { differingColumns, type Progress } from '@/lib/catalogue/workbook/writing/progress';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';

const storedVersion = ({ state }: Progress, code: string) =>
  state.indicators.find(({ row }) => row.code === code)?.row.version ?? 0;

/** Definitions of indicators that were there, from a day on; from a past one they wait where there are figures. */
export async function writeDefinitions(work: Work, progress: Progress): Promise<void> {
  const held = new Map<string, Values>();
  for (const one of progress.tables.definitions) held.set(`${one.indicator} ${one.validFrom}`, one);
  const indicators = new Set(progress.tables.indicators.map(({ code }) => code));
  const seen = new Map<string, number>();
  for (const row of progress.of('definitions')) {
    const { indicator: code = '', validFrom = '' } = row.values;
    if (!indicators.has(code) || validFrom === '') continue;
    const key = `${code} ${validFrom}`;
    const before = seen.get(key);
    if (before !== undefined)
      progress.fault(row, 'validFrom', 'workbook.faults.twice', {
        row: before,
        name: `${progress.nameOf('indicators', code)} · ${validFrom}`,
      });
    seen.set(key, row.row);
    const same = held.get(key);
    const differing = same ? differingColumns(row, same) : [];
    if (before !== undefined || (same && differing.length === 0)) continue;
    const isBreak = (row.values.isBreak ?? same?.isBreak) === 'true';
    const input = { ...wordingOf({ ...same, ...row.values }), code, isBreak };
    if (progress.isWaiting(defineIndicator.name, input)) progress.tell(row, 'waiting', null, { after: validFrom });
    else {
      const subject = `indicator/${code}`;
      const version = progress.version(subject, storedVersion(progress, code));
      const asked = { ...input, version, reason: progress.reason() };
      const done = await giveWithin(work, { progress, row }, defineIndicator, asked);
      if (!done) continue;
      const isDone = done.result.state === 'done';
      if (isDone) progress.raise(subject, storedVersion(progress, code));
      if (same) progress.tellCells({ row, held: same }, differing, isDone ? 'changed' : 'proposed');
      else progress.tell(row, isDone ? 'created' : 'proposed', null, { after: validFrom });
    }
  }
}

/** The formulas of derived indicators, whose figures are computed at once. One that is there is never taken away. */
export async function writeFormulas(work: Work, progress: Progress): Promise<void> {
  const held = new Map(progress.state.formulas.map((one) => [one.indicator, one]));
  for (const row of progress.of('indicators')) {
    const known = held.get(row.code);
    const expression = row.values.formula ?? known?.expression ?? '';
    const unitCode = row.values.formulaUnit ?? known?.unit ?? '';
    if (expression === (known?.expression ?? '') && unitCode === (known?.unit ?? '')) continue;
    if (expression === '') {
      progress.fault(
        row,
        known ? 'formula' : 'formulaUnit',
        known ? 'workbook.faults.fixed' : 'workbook.faults.noFormula',
      );
      continue;
    }
    const before = known?.expression ?? '';
    const cell = expression === before ? 'formulaUnit' : 'formula';
    const input = { code: row.code, version: known?.version ?? 0, expression, unitCode };
    if (progress.isWaiting(deriveIndicator.name, input)) {
      progress.tell(row, 'waiting', cell, { before });
      continue;
    }
    const columns = { expression: 'formula', unitCode: 'formulaUnit' } as const;
    const asked = { ...input, reason: known ? progress.reason() : '' };
    const done = await giveWithin(work, { progress, row, columns }, deriveIndicator, asked);
    if (!done || row.isNew) continue;
    progress.tell(row, done.result.state === 'done' ? 'changed' : 'proposed', cell, { before });
  }
}

/** The last days of indicators that were there, and what takes their place. */
export async function writeRetirements(work: Work, progress: Progress): Promise<void> {
  for (const differing of progress.differing('indicators')) {
    const { row, held } = differing;
    const cells = differing.columns.filter((column) => column === 'retiredOn' || column === 'replacedBy');
    if (cells.length === 0) continue;
    const retiredOn = (row.values.retiredOn ?? held.retiredOn) || null;
    const replacedBy = row.values.replacedBy ?? held.replacedBy ?? '';
    if (retiredOn === null && replacedBy !== '') {
      progress.fault(row, 'replacedBy', 'workbook.faults.replacedUnretired');
      continue;
    }
    const input = { code: row.code, retiredOn, replacedBy };
    if (progress.isWaiting(retireIndicator.name, input)) progress.tellCells(differing, cells, 'waiting');
    else {
      const subject = `indicator/${row.code}`;
      const version = progress.version(subject, storedVersion(progress, row.code));
      const asked = { ...input, version, reason: progress.reason() };
      const done = await giveWithin(work, { progress, row }, retireIndicator, asked);
      if (!done) continue;
      if (done.result.state === 'done') progress.raise(subject, storedVersion(progress, row.code));
      progress.tellCells(differing, cells, done.result.state === 'done' ? 'changed' : 'proposed');
    }
  }
}
