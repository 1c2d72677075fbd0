import type * as z from 'zod';
import { Scheme, type SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import type { FaultKey, SchemeFault } from '@/lib/assessment/schemes/words';
import { Refusal } from '@/lib/errors';

/** The most nested blocks; each takes two steps of the document. */
const deepest = 60;

type Issue = z.core.$ZodIssue;
type Step = PropertyKey;

/**
 * Reads any JSON as a scheme, with defaults filled in, or returns every faulty field by its path
 * (`root.parts[0].method.target`). A draft may be unfinished: `checkScheme` checks the sums of weights.
 */
export function readScheme(
  json: unknown,
): { readonly ok: true; readonly scheme: Scheme } | { readonly ok: false; readonly faults: readonly SchemeFault[] } {
  const unfit = unfitTexts(json);
  if (unfit.length > 0) return { ok: false, faults: unfit };
  const read = Scheme.safeParse(json);
  if (read.success) return { ok: true, scheme: read.data };
  return { ok: false, faults: read.error.issues.flatMap((issue) => faultsOf(issue, json, [])) };
}

/**
 * Reads a scheme for a command: refuses with the first fault and its path. The faulty field of the form is that of the
 * path, or `field`, where a form takes the document as a whole.
 */
export function schemeFrom(json: unknown, field?: string): Scheme {
  const read = readScheme(json);
  if (read.ok) return read.scheme;
  const [first] = read.faults;
  if (!first) throw new Error('a document was refused without a fault');
  const path = first.path === '' ? 'document' : first.path;
  throw new Refusal('invalid', `schemes.faults.${first.key}`, { ...first.values, path, field: field ?? path });
}

/**
 * A stored document as a scheme, unchecked: only documents that `readScheme` accepted are ever stored. One from before a
 * field existed gets its default.
 */
export function storedScheme(document: unknown): Scheme {
  const stored = document as Partial<Scheme> & Pick<Scheme, 'root'>;
  if (stored.noTarget !== undefined) return document as Scheme;
  return { noTarget: 'pending', leastCoverage: null, ...stored, root: withPeriodRules(stored.root) } as Scheme;
}

function withPeriodRules<Node extends SchemeNode>(node: Node): Node {
  if (node.kind === 'item') return { ...node, periodRule: node.periodRule ?? 'asRun' };
  return { ...node, parts: node.parts.map(withPeriodRules) };
}

/** A path as faults write it. */
export function writtenPath(steps: readonly Step[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? String(step) : `${path}.${String(step)}`;
  }, '');
}

/** The steps of a written path. */
export function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, at]) => name ?? Number(at));
}

/** The value at a path of a document; undefined for none. */
export function valueAt(json: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<Step, unknown>)[step]
        : undefined,
    json,
  );
}

/** Faulty texts: control characters, which the database refuses, unpaired surrogates, and too deep nesting. */
function unfitTexts(json: unknown): SchemeFault[] {
  const waiting: { value: unknown; steps: readonly Step[] }[] = [{ value: json, steps: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, steps } = next;
    if (typeof value === 'string' && /(?![\n\r\t])\p{Cc}|\p{Cs}/u.test(value)) return [fault('characters', steps)];
    if (typeof value !== 'object' || value === null) continue;
    if (steps.length >= deepest) return [fault('tooDeep', steps.slice(0, 6))];
    for (const [name, inner] of Object.entries(value)) {
      waiting.push({ value: inner, steps: [...steps, Array.isArray(value) ? Number(name) : name] });
    }
  }
  return [];
}

function faultsOf(issue: Issue, json: unknown, before: readonly Step[]): SchemeFault[] {
  const steps = [...before, ...issue.path];
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(json, steps) === undefined) return [fault('missing', steps)];
      return [fault(valueAt(json, steps) === '' ? 'empty' : typeKey(issue.expected), steps)];
    case 'too_small':
      if (issue.origin === 'string') return [fault('empty', steps)];
      return [fault(issue.origin === 'array' ? 'tooFew' : 'tooSmall', steps, { least: Number(issue.minimum) })];
    case 'too_big':
      return [fault(bigKeys[issue.origin] ?? 'tooBig', steps, { most: Number(issue.maximum) })];
    case 'invalid_format':
      return [fault(valueAt(json, steps) === '' ? 'empty' : 'code', steps)];
    case 'invalid_value':
      if (valueAt(json, steps) === undefined) return [fault('missing', steps)];
      return [fault('notListed', steps, { allowed: issue.values.map(String).join(' / ') })];
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault('unknownField', [...steps, key]));
    case 'invalid_union':
      return unionFaults(issue, json, steps);
    default:
      return [fault('other', steps)];
  }
}

const bigKeys: Readonly<Record<string, FaultKey>> = { string: 'tooLong', array: 'tooMany' };

function typeKey(expected: string): FaultKey {
  if (expected === 'int') return 'whole';
  const keys: Readonly<Record<string, FaultKey>> = {
    number: 'number',
    string: 'text',
    array: 'list',
    object: 'object',
    boolean: 'yesNo',
  };
  return keys[expected] ?? 'other';
}

/**
 * The faults of a union: those of the chosen variant for an item or a block; for any other union, that the choice is
 * unknown.
 */
function unionFaults(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  json: unknown,
  steps: readonly Step[],
): SchemeFault[] {
  if (valueAt(json, steps) === undefined) return [fault('missing', steps)];
  if (issue.errors.length === 0) {
    const allowed = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(' / ') : '';
    return [fault('notListed', steps, { allowed })];
  }
  const kinds = ['item', 'block'];
  const branch = issue.errors[kinds.indexOf(String(valueAt(json, [...steps, 'kind'])))];
  if (!branch) return [fault('notListed', [...steps, 'kind'], { allowed: kinds.join(' / ') })];
  return branch.flatMap((inner) => faultsOf(inner, json, steps));
}

function fault(key: FaultKey, steps: readonly Step[], values: SchemeFault['values'] = {}): SchemeFault {
  return { path: writtenPath(steps), key, values };
}
