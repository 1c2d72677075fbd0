type Details = Readonly<Record<string, string | number>>;

/** What is wrong with one field: its path in the input, and a message with its values as a refusal has them. */
export type FieldFault = { readonly field: string; readonly key: string; readonly details: Details };

const brand = Symbol.for('baton.refusal');

/**
 * What may go wrong on purpose. `key` names a message under `errors`; the words live in lib/i18n. The framework loads this
 * file once for pages and once for routes, which share queues: a refusal of either is one for both.
 */
export class Refusal extends Error {
  readonly [brand] = true;
  readonly kind: 'forbidden' | 'notFound' | 'invalid' | 'conflict' | 'limit' | 'unavailable';
  readonly key: string;
  readonly details: Details;
  /** Every field at fault, that of `details` first; none where the fault is no field's. */
  readonly faults: readonly FieldFault[];

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(
    kind: Refusal['kind'],
    key: string,
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

function itsOwn(key: string, details: Details): FieldFault[] {
  return details.field ? [{ field: String(details.field), key, details }] : [];
}
