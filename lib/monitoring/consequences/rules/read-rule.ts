import type { FieldFault } from '@/lib/errors';
import { type ConditionKind, conditionFields } from '@/lib/monitoring/consequences/rules/words';

/** Grades as they are typed, 优秀、良好. */
const gradesIn = (typed: string) =>
  typed
    .split(/[、，,；;\n]+/)
    .map((grade) => grade.trim())
    .filter(Boolean);

/** A number as it is typed; null for any other text. */
function numberIn(typed: string): number | null {
  const text = typed.normalize('NFKC').trim().replace(/%$/, '');
  return /^\d{1,5}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
}

/** The condition and the shares in the fields of a form, or what is wrong with them, by the field. */
export function readRule(typed: (field: string) => string, kind: ConditionKind) {
  const faults: FieldFault[] = [];
  const fault = (field: string, key: FieldFault['key']) => faults.push({ field, key, details: { field } });
  const number = (field: string) => {
    const value = numberIn(typed(field));
    if (value === null) fault(field, 'consequences.refused.notNumber');
    return value ?? 0;
  };
  const values = conditionFields[kind].map((field) => {
    if (field === 'indicator' || field === 'scheme') return [field, typed(field)] as const;
    return [field, field === 'grades' ? gradesIn(typed(field)) : number(field)] as const;
  });
  const condition = { kind, ...Object.fromEntries(values) };
  const hasShares = typed('measure') === 'outstandingShare' && kind === 'grades';
  const byGrade = hasShares ? sharesIn(typed('byGrade')) : null;
  if (hasShares && !byGrade) fault('byGrade', 'consequences.refused.notShares');
  const shares = hasShares ? { base: number('base'), byGrade: byGrade ?? {}, cap: number('cap') } : null;
  return faults.length > 0 ? { faults } : { condition, shares };
}

/** Shares as they are typed, 优秀 15、良好 12; null for any other text, and for a grade that is there twice. */
function sharesIn(typed: string): Record<string, number> | null {
  const read = gradesIn(typed.normalize('NFKC')).map((part) => {
    const [, grade = '', share = ''] = /^(.*?)[\s=:]+([\d.]+\s*%?)$/.exec(part) ?? [];
    return [grade.trim(), numberIn(share.replace(/\s/g, ''))] as const;
  });
  if (read.length === 0 || read.some(([grade, share]) => grade === '' || share === null)) return null;
  // Of two shares of one grade neither is taken.
  if (new Set(read.map(([grade]) => grade)).size < read.length) return null;
  return Object.fromEntries(read.map(([grade, share]) => [grade, share ?? 0]));
}
