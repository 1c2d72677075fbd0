import type { FieldFault } from '@/lib/errors';
import { LampRulesInput } from '@/lib/monitoring/lamps/rule-set';
import { ruleField, ruleFields, tickedFields } from '@/lib/monitoring/lamps/rule-sets/words';
import type { LampRules } from '@/lib/monitoring/lamps/words';

/** A number of at most two decimals as it is typed; null for any other text. */
function numberIn(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
}

/** The rules in the fields of a form, or what is wrong with them, by the field. */
export function readRules(
  typed: (field: string) => string,
): { readonly rules: LampRules } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const fault = (field: string, key: FieldFault['key']) => faults.push({ field, key, details: { field } });
  const rules = Object.entries(ruleFields).flatMap(([kind, fields]) => {
    if (typed(kind) !== 'on') return [];
    const values = fields.map((name) => {
      const field = ruleField(kind, name);
      if (tickedFields.includes(name)) return [name, typed(field) === 'on'] as const;
      const value = numberIn(typed(field));
      if (value === null) fault(field, 'lamps.refused.notNumber');
      return [name, value ?? 0] as const;
    });
    return [{ kind, ...Object.fromEntries(values) }];
  });
  const [first] = Object.keys(ruleFields);
  if (rules.length === 0 && first) fault(first, 'lamps.refused.noRule');
  if (faults.length > 0) return { faults };
  const read = LampRulesInput.safeParse(rules);
  if (read.success) return { rules: read.data };
  for (const { path, code } of read.error.issues) {
    const [at, name] = path;
    const kind = rules[Number(at)]?.kind ?? '';
    const isOrder = code === 'custom';
    const key = name === 'asPlanned' ? 'noLine' : isOrder ? 'order' : 'notCount';
    fault(ruleField(kind, `${String(name)}`), `lamps.refused.${key}`);
  }
  return { faults };
}
