import { blocksOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { SchemeFinding } from '@/lib/assessment/schemes/words';
import { noise } from '@/lib/statistics/noise';

type Found = readonly SchemeFinding[];

/** Faults of grades, vetoes, tie-breakers, units apart and promotions; `nodes` are the keys of blocks and items. */
export function ruleFindings(scheme: Scheme, nodes: readonly string[], units: readonly string[]): SchemeFinding[] {
  const grades = scheme.grades.by === 'none' ? [] : scheme.grades.grades.map(({ key }) => key);
  return [
    ...gradeFindings(scheme, units.length),
    ...vetoFindings(scheme, grades),
    ...scheme.tieBreakers.flatMap((key, at): Found => {
      const path = `tieBreakers[${at}]`;
      if (!nodes.includes(key)) return [{ path, key: 'unknownNode', values: { code: key } }];
      return scheme.tieBreakers.indexOf(key) < at ? [{ path, key: 'keyTwice', values: { code: key } }] : [];
    }),
    ...namedUnitFindings(scheme, units),
    ...scheme.promotions.flatMap(
      ({ grade }, at): Found =>
        grades.includes(grade)
          ? []
          : [{ path: `promotions[${at}].grade`, key: 'unknownGrade', values: { code: grade } }],
    ),
    ...(scheme.totalFloor !== null && scheme.totalCap !== null && scheme.totalFloor >= scheme.totalCap
      ? [{ path: 'totalFloor', key: 'totalOrder', values: {} } as const]
      : []),
    ...(scheme.rankOn === 'rounded' && scheme.decimals === 0
      ? [{ path: 'decimals', key: 'coarseRounding', values: {} } as const]
      : []),
  ];
}

/** Faults of the units that a scheme names, apart or promoted: each is of the group, and named once. */
export function namedUnitFindings({ apart, promotions }: Scheme, units: readonly string[]): SchemeFinding[] {
  return [
    ...unitFindings(apart, units, (at) => `apart[${at}]`),
    ...unitFindings(
      promotions.map(({ unit }) => unit),
      units,
      (at) => `promotions[${at}].unit`,
    ),
  ];
}

function vetoFindings(scheme: Scheme, grades: readonly string[]): SchemeFinding[] {
  const blocks = blocksOf(scheme).map(({ key }) => key);
  return scheme.vetoes.flatMap(({ effect }, at): Found => {
    const path = `vetoes[${at}].effect`;
    switch (effect.kind) {
      case 'blockZero':
        return blocks.includes(effect.block)
          ? []
          : [{ path: `${path}.block`, key: 'unknownBlock', values: { code: effect.block } }];
      case 'gradeAtMost':
        return grades.includes(effect.grade)
          ? []
          : [{ path: `${path}.grade`, key: 'unknownGrade', values: { code: effect.grade } }];
      case 'gradeDown':
        return grades.length > 0 ? [] : [{ path: `${path}.kind`, key: 'gradesMissing', values: {} }];
      default:
        return [];
    }
  });
}

function unitFindings(named: readonly string[], units: readonly string[], path: (at: number) => string) {
  return named.flatMap((code, at): Found => {
    if (!units.includes(code)) return [{ path: path(at), key: 'unknownUnit', values: { code } }];
    return named.indexOf(code) < at ? [{ path: path(at), key: 'unitTwice', values: {}, units: [code] }] : [];
  });
}

function gradeFindings({ grades }: Scheme, units: number): SchemeFinding[] {
  if (grades.by === 'none') return [];
  const last = grades.grades.length - 1;
  if (grades.by === 'cutoff') {
    return grades.grades.flatMap(({ atLeast }, at): Found => {
      const path = `grades.grades[${at}].atLeast`;
      if ((atLeast === null) !== (at === last)) return [{ path, key: 'cutoffMissing', values: {} }];
      const better = grades.grades[at - 1]?.atLeast ?? null;
      const isAbove = atLeast !== null && better !== null && atLeast >= better;
      return isAbove ? [{ path, key: 'cutoffOrder', values: {} }] : [];
    });
  }
  const ofEach = grades.grades.flatMap(({ percent, count }, at): Found => {
    const path = `grades.grades[${at}].percent`;
    if (percent !== null && count !== null) return [{ path, key: 'quotaBoth', values: {} }];
    return (percent === null && count === null) === (at === last) ? [] : [{ path, key: 'quotaMissing', values: {} }];
  });
  const percent = grades.grades.reduce((sum, grade) => sum + (grade.percent ?? 0), 0);
  return [
    ...ofEach,
    ...(percent > 100 + noise ? [{ path: 'grades.grades', key: 'quotaSum', values: { sum: percent } } as const] : []),
    ...quotaCountFindings(grades, units),
  ];
}

/** The fault of a quota with more places than the group has units. */
export function quotaCountFindings(grades: Scheme['grades'], units: number): SchemeFinding[] {
  if (grades.by !== 'quota') return [];
  const sum = grades.grades.reduce((all, grade) => all + (grade.count ?? 0), 0);
  return units > 0 && sum > units ? [{ path: 'grades.grades', key: 'quotaCount', values: { sum, units } }] : [];
}
