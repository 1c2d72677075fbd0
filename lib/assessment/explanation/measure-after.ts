import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { Locale } from '@/lib/i18n/words';
import { noise } from '@/lib/statistics/noise';
import { scaledUnit } from '@/lib/statistics/scaled-unit';

/** The unit of measure of an indicator in both languages. */
export type Measure = { readonly unitZh: string; readonly unitEn: string };

const none: Measure = { unitZh: '', unitEn: '' };
const percent: Measure = { unitZh: '%', unitEn: '%' };
/** The unit of a place among the peers. */
export const placeMeasure: Measure = { unitZh: '位', unitEn: 'place' };

/** The unit of measure of a value after its transforms: 亿元 over 亿元 times 100 is %, 亿元 over 万人 times 10,000 is 元/人. */
export function measureAfter(
  transforms: readonly Transform[],
  measure: Measure,
  measureOf: (indicator: string) => Measure | undefined,
): Measure {
  return transforms.reduce((before, transform) => afterOne(before, transform, measureOf), measure);
}

function afterOne(
  before: Measure,
  transform: Transform,
  measureOf: (indicator: string) => Measure | undefined,
): Measure {
  switch (transform.kind) {
    case 'log':
      return none;
    case 'ratio':
      return ratioOf(before, measureOf(transform.indicator) ?? none, transform.factor);
    case 'growth':
      return percent;
    case 'change':
      return before.unitZh === '%' ? { unitZh: '个百分点', unitEn: 'percentage points' } : before;
    case 'rank':
      return placeMeasure;
    default:
      return before;
  }
}

/** The unit of a ratio times a factor; a factor that no scale explains stays visible. */
function ratioOf(above: Measure, below: Measure, factor: number): Measure {
  const [one, other] = [scaledUnit(above.unitZh), scaledUnit(below.unitZh)];
  const rest = Math.log10(factor) - (one.power - other.power);
  if (one.base === other.base) {
    if (Math.abs(rest) < noise) return none;
    if (Math.abs(rest - 2) < noise) return percent;
    if (Math.abs(rest - 3) < noise) return { unitZh: '‰', unitEn: '‰' };
  } else if (Math.abs(rest) < noise && factor !== 1) {
    return { unitZh: `${one.base}/${other.base}`, unitEn: over(above.unitEn, below.unitEn, factor) };
  }
  return { unitZh: over(above.unitZh, below.unitZh, factor), unitEn: over(above.unitEn, below.unitEn, factor) };
}

function over(above: string, below: string, factor: number): string {
  const units = [above, below].filter(Boolean).join('/');
  return factor === 1 ? units : `${units} × ${factor}`;
}

/** The unit in a language. */
export function measureIn({ unitZh, unitEn }: Measure, locale: Locale): string {
  return locale === 'en' ? unitEn : unitZh;
}

/** The transforms of the value that an item shows: of a blend those of its first part, too. */
export function shownTransforms({ transforms, method }: Pick<SchemeItem, 'transforms' | 'method'>): Transform[] {
  return isBlend(method) ? [...transforms, ...(method.parts[0]?.transforms ?? [])] : transforms;
}
