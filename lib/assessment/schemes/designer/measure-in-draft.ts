import { type Measure, measureAfter } from '@/lib/assessment/explanation/measure-after';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { at, type Path } from './edit-document';

/**
 * The unit of the value after a transform of a draft, by the path of the transform: those of the item come before those
 * of a part of its blend. Null while the indicator, or a number of a ratio, is still to be chosen.
 */
export function measureInDraft(
  document: unknown,
  path: Path,
  measureOf: (indicator: string) => Measure | undefined,
): Measure | null {
  const inItem = path.findIndex((step) => step === 'transforms' || step === 'method');
  const itemPath = path.slice(0, inItem);
  const indicator = at(document, [...itemPath, 'indicator']);
  const measure = typeof indicator === 'string' ? measureOf(indicator) : undefined;
  const own = listAt(document, [...itemPath, 'transforms']);
  const part = path[inItem] === 'method' ? listAt(document, path.slice(0, -1)) : null;
  const nth = Number(path.at(-1)) + 1;
  const steps = part ? [...own, ...part.slice(0, nth)] : own.slice(0, nth);
  return measure && steps.every(isWhole) ? measureAfter(steps, measure, measureOf) : null;
}

function listAt(document: unknown, path: Path): readonly Transform[] {
  const list = at(document, path);
  return Array.isArray(list) ? (list as Transform[]) : [];
}

function isWhole(one: Transform): boolean {
  return one.kind !== 'ratio' || (Number.isFinite(one.factor) && one.factor > 0);
}
