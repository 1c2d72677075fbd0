import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { nameTeller } from '@/lib/catalogue/names/told-name';
import { Refusal } from '@/lib/errors';
import { heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { isStretchWorse, readEntry, readTarget, typedTarget } from '@/lib/monitoring/targets/read-target';
import { writeDrafts } from '@/lib/monitoring/targets/save-targets';
import { checkedIndicators } from '@/lib/monitoring/targets/sheet/queries';
import { type ReadTargetCell, readTargetSheet } from '@/lib/monitoring/targets/sheet/read-target-sheet';
import type { ChangedCell, ComparedSheet, FaultyCell } from '@/lib/monitoring/targets/sheet/words';
import { TargetPlaceInput, TypedTarget, Year } from '@/lib/monitoring/targets/target-input';
import { toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';
import { mostTargets } from '@/lib/monitoring/targets/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

const File = z.custom<FigureSheet>((value) => typeof value === 'object' && value !== null && 'marks' in value);
const Drafts = z
  .array(TargetPlaceInput.extend({ version: z.int().min(0), base: TypedTarget, stretch: TypedTarget }))
  .min(1)
  .max(mostTargets);

export type ImportResult =
  | { readonly kind: 'compared'; readonly year: number; readonly compared: ComparedSheet }
  | { readonly kind: 'written'; readonly year: number; readonly drafts: number };

/**
 * Compares a sheet of targets with the drafts of a year, and writes nothing; or writes what was compared, all of it or
 * nothing. Refuses to write when a draft changed since, when one of them is issued by now, or when one is no target.
 */
export const importTargets = command({
  name: 'target.import',
  input: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('compare'), year: Year, sheet: File }),
    z.strictObject({ step: z.literal('write'), year: Year, drafts: Drafts }),
  ]),
  async run(work, input): Promise<Done<ImportResult>> {
    const { year } = input;
    if (input.step === 'compare') {
      const compared = await compareSheet(work, year, input.sheet);
      return { result: { kind: 'compared', year, compared }, repeated: true };
    }
    const held = await heldTargets(work, year, input.drafts);
    const drafts = input.drafts.map((cell) => {
      const found = held.get(targetKey(cell));
      const about = { unit: found?.unitName ?? '', indicator: found?.indicatorOf.nameZh ?? '' };
      if (!found || found.issued) throw new Refusal('conflict', 'targets.refused.issued', about);
      if ((found.draft?.version ?? 0) !== cell.version)
        throw new Refusal('conflict', 'targets.refused.draftMoved', about);
      const values = readEntry(cell, found);
      const plan = values.base === (found.draft?.base ?? null) ? (found.draft?.plan ?? null) : null;
      return { unit: cell.unit, indicator: cell.indicator, ...values, plan, before: toldValues(found.draft) };
    });
    await writeDrafts(
      work,
      year,
      drafts.map(({ before: _, ...draft }) => draft),
    );
    const told = drafts.map((draft) => ({ ...draft, after: toldValues(draft) }));
    return { result: { kind: 'written', year, drafts: drafts.length }, changes: toldChanges(year, told) };
  },
});

async function compareSheet(work: Work, year: number, sheet: FigureSheet): Promise<ComparedSheet> {
  const [names, indicators] = [await catalogueNames(work.tx), await checkedIndicators(work)];
  const read = readTargetSheet(sheet, year, names, (code) => indicators.get(code));
  if (read.cells.length === 0 && read.faults.length === 0) {
    throw new Refusal('invalid', 'targets.refused.noCells', { field: 'file' });
  }
  const byKey = new Map<string, ReadTargetCell[]>();
  for (const cell of read.cells) byKey.set(targetKey(cell), [...(byKey.get(targetKey(cell)) ?? []), cell]);
  if (byKey.size > mostTargets)
    throw new Refusal('limit', 'targets.refused.tooMany', { most: mostTargets, field: 'file' });
  const held = await heldTargets(work, year, read.cells);
  const changed: ChangedCell[] = [];
  const faults: FaultyCell[] = [...read.faults];
  const drafts: ComparedSheet['cells'][number][] = [];
  const [unitNames, indicatorNames] = [nameTeller(names.units), nameTeller(names.indicators)];
  let unchanged = 0;
  for (const [key, cells] of byKey) {
    const found = held.get(key);
    if (!found) continue;
    const before = found.issued ?? found.draft;
    const next = { base: before?.base ?? null, stretch: before?.stretch ?? null };
    const different: ChangedCell[] = [];
    for (const { unit, indicator, field, address, text } of cells) {
      const value = readTarget(text, found.indicatorOf);
      if ('fault' in value) faults.push({ address, text, fault: value.fault });
      else if (value.value === next[field] || Number(value.value) === Number(next[field] ?? Number.NaN)) unchanged += 1;
      else if (found.issued) faults.push({ address, text, fault: 'issued' });
      else {
        const told = { unitName: unitNames(unit), indicatorName: indicatorNames(indicator) };
        const after = typedTarget(value.value);
        different.push({ unit, indicator, field, address, before: typedTarget(next[field]), after, ...told });
        next[field] = value.value;
      }
    }
    const [first] = different;
    if (!first) continue;
    if (isStretchWorse(found.indicatorOf.direction, next.base, next.stretch)) {
      const at = different.find(({ field }) => field === 'stretch') ?? first;
      faults.push({ address: at.address, text: at.after, fault: 'stretchWorse' });
    }
    changed.push(...different);
    const { unit, indicator } = first;
    const typed = { base: typedTarget(next.base), stretch: typedTarget(next.stretch) };
    drafts.push({ unit, indicator, version: found.draft?.version ?? 0, ...typed });
  }
  return { changed, unchanged, faults, cells: drafts, leftOut: read.leftOut };
}
