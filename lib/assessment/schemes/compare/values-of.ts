import type { Scheme, SchemeNode } from '@/lib/assessment/schemes/document/scheme';

type Value = string | number | boolean | null;

/**
 * All values of a scheme by a path that names blocks, items, rules and units by their keys, so that a moved item is the
 * same item: `item/gdp/method.floor`, `settings/decimals`. The parent block of a block or item is one of its values.
 */
export function valuesOf(scheme: Scheme): Map<string, Value> {
  const { format: _, root, vetoes, grades, apart, promotions, ...settings } = scheme;
  const values = new Map<string, Value>();
  const put = (path: string, value: unknown) => {
    for (const [step, leaf] of leavesOf(value)) values.set(`${path}${step}`, leaf);
  };
  const node = (one: SchemeNode, block: string) => {
    const { kind, key, ...rest } = one;
    const { parts, ...own } = 'parts' in rest ? rest : { ...rest, parts: [] };
    put(`${kind}/${key}/`, { in: block, ...own });
    for (const part of parts) node(part, key);
  };
  put('settings/', { ...settings, gradesBy: grades.by });
  node(root, '');
  if (grades.by !== 'none') {
    if (grades.by === 'quota') put('settings/', { quotaRounding: grades.rounding, line: grades.line });
    for (const { key, ...grade } of grades.grades) put(`grade/${key}/`, grade);
  }
  for (const { key, ...veto } of vetoes) put(`veto/${key}/`, veto);
  for (const unit of apart) values.set(`apart/${unit}/`, true);
  for (const { unit, ...promotion } of promotions) put(`promotion/${unit}/`, promotion);
  return values;
}

/** The values inside a value by their paths (`bounds.low`, `tiers.0.value`); empty lists are left out. */
function leavesOf(value: unknown): [step: string, leaf: Value][] {
  if (typeof value !== 'object' || value === null) return [['', value as Value]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner).map(([step, leaf]): [string, Value] => [step === '' ? name : `${name}.${step}`, leaf]),
  );
}
