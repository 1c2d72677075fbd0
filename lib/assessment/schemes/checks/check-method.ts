import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { needsDirection } from '@/lib/assessment/methods/facts';
import { found } from '@/lib/assessment/methods/kit/findings';
import { roomOf } from '@/lib/assessment/methods/rooms';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { SchemeFinding } from '@/lib/assessment/schemes/words';
import { noise } from '@/lib/statistics/noise';

/** The method of an item, or each method of a blend, with its path in the document and its transforms. */
export function plainMethodsOf(
  item: SchemeItem,
  path: string,
): { method: PlainMethod; transforms: readonly Transform[]; path: string }[] {
  if (!isBlend(item.method)) return [{ method: item.method, transforms: item.transforms, path: `${path}.method` }];
  return item.method.parts.map((part, at) => ({
    method: part.method,
    transforms: [...item.transforms, ...part.transforms],
    path: `${path}.method.parts[${at}].method`,
  }));
}

/** Faults in the parameters of an item's methods and transforms that do not depend on the catalogue. */
export function methodFindings(item: SchemeItem, path: string): SchemeFinding[] {
  const { method } = item;
  const plain = plainMethodsOf(item, path).flatMap((one) => {
    const isRank = one.transforms.some(({ kind }) => kind === 'rank');
    return roomOf(one.method).findings(one.method, one.path, isRank ? 'lower' : item.direction);
  });
  const transforms = item.transforms.flatMap((one, at) => transformFindings(one, `${path}.transforms[${at}]`));
  if (!isBlend(method)) return [...directionFindings(item, path), ...transforms, ...plain];
  const sum = method.parts.reduce((all, part) => all + part.weight, 0);
  const keys = method.parts.map(({ key }) => key);
  return [
    ...directionFindings(item, path),
    ...transforms,
    ...plain,
    ...(Math.abs(sum - 100) > noise ? [found('blendSum', `${path}.method.parts`, { sum })] : []),
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
  const isRange = !isBlend(item.method) && roomOf(item.method).isOfRange;
  return isRange && item.direction !== null && item.direction !== 'range' ? [found('directionOfRange', at)] : [];
}

function transformFindings(transform: Transform, path: string): SchemeFinding[] {
  if (transform.kind !== 'winsorise' || transform.low < transform.high) return [];
  return [found('percentilesOrder', `${path}.low`)];
}
