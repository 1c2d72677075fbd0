import type { Method, PlainMethod } from '@/lib/assessment/schemes/document/methods';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { Transform } from '@/lib/assessment/schemes/document/transforms';
import type { FindingKey, SchemeFinding } from '@/lib/assessment/schemes/words';
import type { ItemDirection } from '@/lib/assessment/words';

type Found = (key: FindingKey, path: string, values?: SchemeFinding['values']) => SchemeFinding;
const found: Found = (key, path, values = {}) => ({ key, path, values });

/** Whether a method takes a figure of the item's indicator; the others are entered in the ledger. */
export function takesFigure(method: Method): boolean {
  if (method.kind === 'blend') return true;
  if (method.kind === 'bonus') return method.from === 'value';
  return method.kind !== 'deductions' && method.kind !== 'expert';
}

/** Whether the formula has to know which way is better. */
export function needsDirection(method: Method): boolean {
  if (method.kind === 'blend') return method.parts.some((part) => needsDirection(part.method));
  if (method.kind === 'rankGain') return method.ranks === 'ofValues';
  return !['range', 'banded', 'deductions', 'bonus', 'expert'].includes(method.kind);
}

/** Whether a unit is scored against its peers, so that a group of one cannot be. */
export function needsPeers(method: Method): boolean {
  switch (method.kind) {
    case 'blend':
      return method.parts.some((part) => needsPeers(part.method));
    case 'efficacy':
    case 'exponentialEfficacy':
    case 'minMax':
      return method.bounds.from !== 'given';
    case 'ratioToReference':
      return method.reference.from === 'mean';
    case 'range':
      return method.span.from === 'peers';
    case 'rankGain':
      return method.ranks === 'ofValues';
    case 'standardRatio':
      return method.best === null;
    default:
      return method.kind === 'zScore' || method.kind === 'ratioToBest' || method.kind === 'rankLadder';
  }
}

/** The method of an item, or each method of a blend, with its place in the document and what is done before it. */
export function plainMethodsOf(
  item: SchemeItem,
  path: string,
): { method: PlainMethod; transforms: readonly Transform[]; path: string }[] {
  if (item.method.kind !== 'blend')
    return [{ method: item.method, transforms: item.transforms, path: `${path}.method` }];
  return item.method.parts.map((part, at) => ({
    method: part.method,
    transforms: [...item.transforms, ...part.transforms],
    path: `${path}.method.parts[${at}].method`,
  }));
}

/** What is wrong with the parameters of an item's methods and transforms, whatever the catalogue says. */
export function methodFindings(item: SchemeItem, path: string): SchemeFinding[] {
  const { method } = item;
  const plain = plainMethodsOf(item, path).flatMap((one) => {
    const isRank = one.transforms.some(({ kind }) => kind === 'rank');
    return plainFindings(one.method, one.path, isRank ? 'lower' : item.direction);
  });
  const transforms = item.transforms.flatMap((one, at) => transformFindings(one, `${path}.transforms[${at}]`));
  if (method.kind !== 'blend') return [...directionFindings(item, path), ...transforms, ...plain];
  const sum = method.parts.reduce((all, part) => all + part.weight, 0);
  const keys = method.parts.map(({ key }) => key);
  return [
    ...directionFindings(item, path),
    ...transforms,
    ...plain,
    ...(Math.abs(sum - 100) > 1e-9 ? [found('blendSum', `${path}.method.parts`, { sum })] : []),
    ...keys.flatMap((key, at) =>
      keys.indexOf(key) < at ? [found('keyTwice', `${path}.method.parts[${at}].key`, { code: key })] : [],
    ),
    ...method.parts.flatMap((part, at) =>
      part.transforms.flatMap((one, nth) => transformFindings(one, `${path}.method.parts[${at}].transforms[${nth}]`)),
    ),
  ];
}

function directionFindings(item: SchemeItem, path: string): SchemeFinding[] {
  const at = `${path}.direction`;
  if (needsDirection(item.method)) {
    if (item.direction === null) return [found('directionMissing', at)];
    return item.direction === 'range' ? [found('directionRange', at)] : [];
  }
  const isRange = item.method.kind === 'range';
  return isRange && item.direction !== null && item.direction !== 'range' ? [found('directionOfRange', at)] : [];
}

function transformFindings(transform: Transform, path: string): SchemeFinding[] {
  if (transform.kind !== 'winsorise' || transform.low < transform.high) return [];
  return [found('percentilesOrder', `${path}.low`)];
}

/** Whether `best` lies on the better side of `worst`. */
function isBetter(best: number, worst: number, direction: ItemDirection | null): boolean {
  return direction === 'lower' ? best < worst : best > worst;
}

function plainFindings(method: PlainMethod, path: string, direction: ItemDirection | null): SchemeFinding[] {
  const capped =
    'floor' in method && 'cap' in method && method.floor >= method.cap ? [found('floorAboveCap', `${path}.floor`)] : [];
  switch (method.kind) {
    case 'completion':
      return [...capped, ...targetFindings(method, path)];
    case 'efficacy':
    case 'exponentialEfficacy':
    case 'minMax': {
      const { bounds } = method;
      if (bounds.from === 'peers') return [];
      // Percentiles count from the worst value, in either direction.
      if (bounds.from === 'percentiles')
        return bounds.low < bounds.high ? [] : [found('percentilesOrder', `${path}.bounds.low`)];
      if (bounds.low === bounds.high) return [found('boundsEqual', `${path}.bounds.low`)];
      return isBetter(bounds.high, bounds.low, direction) ? [] : [found('boundsOrder', `${path}.bounds.low`)];
    }
    case 'tieredEfficacy': {
      const inOrder = method.tiers.every((tier, at) => {
        const worse = method.tiers[at - 1];
        return !worse || (isBetter(tier.value, worse.value, direction) && tier.coefficient > worse.coefficient);
      });
      return inOrder ? [] : [found('tiersOrder', `${path}.tiers`)];
    }
    case 'standardRatio': {
      const { best, standard } = method;
      const isOff = method.standardShare >= method.bestShare || (best !== null && !isBetter(best, standard, direction));
      return isOff ? [...capped, found('standardOrder', `${path}.standard`)] : capped;
    }
    case 'ratioToReference': {
      const { reference, formula } = method;
      const isZero = reference.from === 'given' && reference.value <= 0 && formula === 'ratio';
      return isZero ? [...capped, found('zeroReference', `${path}.reference.value`)] : capped;
    }
    case 'range':
      return method.low <= method.high ? [] : [found('rangeOrder', `${path}.low`)];
    case 'banded': {
      const inOrder = method.bands.every(({ atLeast }, at) => atLeast > (method.bands[at - 1]?.atLeast ?? -Infinity));
      return inOrder ? [] : [found('bandsOrder', `${path}.bands`)];
    }
    default:
      return capped;
  }
}

function targetFindings(method: Extract<PlainMethod, { kind: 'completion' }>, path: string): SchemeFinding[] {
  if (method.target.from !== 'given' || !['ratio', 'linear'].includes(method.formula)) return [];
  const at = `${path}.target.value`;
  if (method.target.value === 0) return [found('zeroTarget', at)];
  return method.target.value < 0 ? [found('negativeTarget', at)] : [];
}
