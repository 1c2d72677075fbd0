import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { needsDirection, needsPeers, takesFigure, targetOf } from '@/lib/assessment/methods/facts';
import { targetsNamed } from '@/lib/assessment/schemes/atoms/amount';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import { methodFindings, plainMethodsOf } from '@/lib/assessment/schemes/checks/check-method';
import { ruleFindings } from '@/lib/assessment/schemes/checks/check-rules';
import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeItem, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import {
  blockingKeys,
  type FindingKey,
  namedUnits,
  type SchemeCatalogue,
  type SchemeFinding,
} from '@/lib/assessment/schemes/words';
import { makesUp } from '@/lib/statistics/noise';

type Placed<Node> = { readonly node: Node; readonly path: string };

/**
 * The check list of a draft: findings by field, some of which block publication. Checks of the group's units are
 * skipped where the catalogue is of another group.
 */
export function checkScheme(scheme: Scheme, catalogue: SchemeCatalogue): SchemeFinding[] {
  const all = nodesUnder(scheme.root, 'root');
  const keys = all.map(({ node }) => node.key);
  const isOfGroup = catalogue.group === scheme.peerGroup;
  const units = catalogue.units.map(({ code }) => code);
  return [
    ...groupFindings(scheme, catalogue),
    ...all.flatMap(({ node, path }) => (node.kind === 'block' ? sumFinding(node, path) : [])),
    ...twice(all.map(({ node, path }) => ({ key: node.key, path: `${path}.key` }))),
    ...twice(scheme.vetoes.map(({ key }, at) => ({ key, path: `vetoes[${at}].key` }))),
    ...(scheme.grades.by === 'none'
      ? []
      : twice(scheme.grades.grades.map(({ key }, at) => ({ key, path: `grades.grades[${at}].key` })))),
    ...all.flatMap((placed) => (isItem(placed) ? itemFindings(placed, catalogue, isOfGroup) : [])),
    ...ruleFindings(scheme, keys, units).filter(
      ({ key }) => isOfGroup || !['unknownUnit', 'unitTwice', 'quotaCount'].includes(key),
    ),
  ];
}

/** Whether a finding blocks publication. */
export function blocksPublication({ key }: { key: FindingKey }): boolean {
  return (blockingKeys as readonly string[]).includes(key);
}

/** A node and all blocks and items below it, each with its place in the document. */
export function nodesUnder(node: SchemeNode, path: string): Placed<SchemeNode>[] {
  const inner = node.kind === 'block' ? node.parts.flatMap((part, at) => nodesUnder(part, `${path}.parts[${at}]`)) : [];
  return [{ node, path }, ...inner];
}

function isItem(placed: Placed<SchemeNode>): placed is Placed<SchemeItem> {
  return placed.node.kind === 'item';
}

/** The required sum of the weights of a block's parts, and their actual sum. */
export function sumsOf(block: SchemeBlock): { readonly sum: number; readonly total: number } {
  const total = block.aggregation === 'sum' ? fullOf(block) : (block.weightTotal ?? fullOf(block));
  return { sum: block.parts.reduce((sum, part) => sum + part.weight, 0), total };
}

function sumFinding(block: SchemeBlock, path: string): SchemeFinding[] {
  const { sum, total } = sumsOf(block);
  if (makesUp(sum, total)) return [];
  return [{ path: `${path}.parts`, key: 'weightSum', values: { sum, total } }];
}

function twice(named: readonly { key: string; path: string }[]): SchemeFinding[] {
  return named.flatMap(({ key, path }, at) =>
    named.findIndex((other) => other.key === key) < at
      ? [{ path, key: 'keyTwice' as const, values: { code: key } }]
      : [],
  );
}

function groupFindings(scheme: Scheme, catalogue: SchemeCatalogue): SchemeFinding[] {
  const { peerGroup } = scheme;
  if (!catalogue.groups.some(({ code }) => code === peerGroup))
    return [{ path: 'peerGroup', key: 'unknownGroup', values: { code: peerGroup } }];
  if (catalogue.group !== peerGroup) return [];
  if (catalogue.units.length === 0) return [{ path: 'peerGroup', key: 'groupEmpty', values: {} }];
  const uncovered = catalogue.uncovered.map(({ code }) => code);
  if (scheme.kind !== 'comprehensive' || uncovered.length === 0) return [];
  return [
    { path: 'peerGroup', key: 'uncovered', values: { count: uncovered.length }, units: uncovered.slice(0, namedUnits) },
  ];
}

function itemFindings({ node: item, path }: Placed<SchemeItem>, catalogue: SchemeCatalogue, isOfGroup: boolean) {
  return [
    ...methodFindings(item, path),
    ...indicatorFindings(item, path, catalogue, isOfGroup),
    ...(isOfGroup ? targetFindings(item, path, catalogue) : []),
    ...(isOfGroup && catalogue.units.length === 1 && needsPeers(item.method)
      ? [{ path: `${path}.method.kind`, key: 'oneUnit', values: {} } as const]
      : []),
  ];
}

function indicatorFindings(item: SchemeItem, path: string, catalogue: SchemeCatalogue, isOfGroup: boolean) {
  const findings: SchemeFinding[] = [];
  const known = new Map(catalogue.indicators.map((one) => [one.code, one]));
  const at = `${path}.indicator`;
  const isUsed = takesFigure(item.method);
  if (item.indicator === null) {
    if (isUsed) findings.push({ path: at, key: 'indicatorMissing', values: {} });
  } else {
    const indicator = known.get(item.indicator);
    if (!indicator) findings.push({ path: at, key: 'unknownIndicator', values: { code: item.indicator } });
    else if (!isUsed) findings.push({ path: at, key: 'indicatorUnused', values: {} });
    else {
      if (isOfGroup && catalogue.units.length > 0 && !catalogue.withData.includes(item.indicator))
        findings.push({ path: at, key: 'noData', values: { code: item.indicator } });
      if (indicator.isRetired) findings.push({ path: at, key: 'retired', values: {} });
      const isOther = indicator.direction !== 'none' && indicator.direction !== item.direction;
      if (isOther && item.direction !== null && needsDirection(item.method))
        findings.push({ path: `${path}.direction`, key: 'directionDiffers', values: {} });
    }
  }
  for (const step of transformsIn(item, path)) {
    const field = step.one.kind === 'ratio' ? 'indicator' : 'text';
    for (const code of otherIndicators(step.one).filter((one) => !known.has(one)))
      findings.push({ path: `${step.path}.${field}`, key: 'unknownIndicator', values: { code } });
  }
  return findings;
}

/** The transforms of an item and of the parts of a blend, each with its path. */
function transformsIn(item: SchemeItem, path: string) {
  const inner = isBlend(item.method) ? item.method.parts : [];
  return [
    ...item.transforms.map((one, nth) => ({ one, path: `${path}.transforms[${nth}]` })),
    ...inner.flatMap((part, nth) =>
      part.transforms.map((one, at) => ({ one, path: `${path}.method.parts[${nth}].transforms[${at}]` })),
    ),
  ];
}

/**
 * A method or a formula that uses the units' own targets needs them: it is a fault if no unit has one, a warning if some lack one.
 */
function targetFindings(item: SchemeItem, path: string, { lacking, units }: SchemeCatalogue): SchemeFinding[] {
  const all = { count: units.length, units: units.slice(0, namedUnits).map(({ code }) => code) };
  const found = (target: 'base' | 'stretch', at: string): SchemeFinding[] => {
    if (item.indicator === null) return [];
    const without = lacking[item.indicator]?.[target] ?? all;
    if (without.count === 0) return [];
    const key = without.count === units.length ? 'noTargets' : 'someTargets';
    return [{ path: at, key, values: { count: without.count }, units: without.units }];
  };
  const byMethod = plainMethodsOf(item, path).flatMap(({ method, path: at }) => {
    const target = targetOf(method);
    return target === null ? [] : found(target, `${at}.target.from`);
  });
  const byFormula = transformsIn(item, path).flatMap(({ one, path: at }) =>
    one.kind === 'expression' ? targetsNamed(one.text).flatMap((target) => found(target, `${at}.text`)) : [],
  );
  return [...byMethod, ...byFormula];
}
