import type * as z from 'zod';
import type { FieldFault } from '@/lib/errors';

/** The forms of a field that a message describes; a schema names one as the message of its pattern. */
const describedForms = ['inputUsername', 'inputTelephone', 'inputPoints'] as const;
export type DescribedForm = (typeof describedForms)[number];

/** The value at a path of an input. */
function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && !value.trim());

/**
 * What is wrong with one field of an input: that it is empty, too short, too long, too small, too large, or of another
 * form. `least` and `most` are what the schema asks for.
 */
export function inputFault(command: string, field: string, issue: z.core.$ZodIssue, raw: unknown): FieldFault {
  const about = { command, field };
  const value = valueAt(raw, issue.path);
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum);
    if (issue.origin === 'string' && least > 1) return { field, key: 'inputShort', details: { ...about, least } };
    if (issue.origin === 'string') return { field, key: 'inputMissing', details: about };
    if (issue.origin === 'array') return { field, key: 'inputNone', details: { ...about, least } };
    return { field, key: 'inputBelow', details: { ...about, least } };
  }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum);
    const key = issue.origin === 'string' ? 'inputLong' : issue.origin === 'array' ? 'inputMany' : 'inputAbove';
    return { field, key, details: { ...about, most } };
  }
  const form = describedForms.find((key) => key === issue.message) ?? 'input';
  return { field, key: isEmpty(value) ? 'inputMissing' : form, details: about };
}
