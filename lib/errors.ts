import type { RefusalKey } from '@/lib/i18n/refusal-key';

type Details = Readonly<Record<string, string | number>>;

/** The fault of one field: its path in the input, and a message key with its values, as in a refusal. */
export type FieldFault = { readonly field: string; readonly key: RefusalKey; readonly details: Details };

const brand = Symbol.for('baton.refusal');

/**
 * An expected failure. `key` names a message of lib/i18n; a key without a message does not compile. The framework loads
 * this file once for pages and once for routes, which share queues: `instanceof` therefore accepts refusals of both copies.
 */
export class Refusal extends Error {
  readonly [brand] = true;
  readonly kind: 'forbidden' | 'notFound' | 'invalid' | 'conflict' | 'limit' | 'unavailable';
  readonly key: RefusalKey;
  readonly details: Details;
  /** All faulty fields, that of `details` first; empty where no field is at fault. */
  readonly faults: readonly FieldFault[];

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(
    kind: Refusal['kind'],
    key: RefusalKey,
    details: Details = {},
    faults: readonly FieldFault[] = itsOwn(key, details),
  ) {
    super(`${kind}: ${key}`);
    this.kind = kind;
    this.key = key;
    this.details = details;
    this.faults = faults;
  }
}

function itsOwn(key: RefusalKey, details: Details): FieldFault[] {
  return details.field ? [{ field: String(details.field), key, details }] : [];
}

/** The refusal of an input with all the faults of its fields at once. */
export function faultyInput(faults: readonly Pick<FieldFault, 'field' | 'key'>[]): Refusal {
  const all = faults.map(({ field, key }) => ({ field, key, details: { field } }));
  return new Refusal('invalid', all[0]?.key ?? 'input', all[0]?.details, all);
}
