const brand = Symbol.for('baton.refusal');

/**
 * What may go wrong on purpose. `key` names a message under `errors`; the words live in lib/i18n. The framework loads this
 * file once for pages and once for routes, which share queues: a refusal of either is one for both.
 */
export class Refusal extends Error {
  readonly [brand] = true;
  readonly kind: 'forbidden' | 'notFound' | 'invalid' | 'conflict' | 'limit' | 'unavailable';
  readonly key: string;
  readonly details: Readonly<Record<string, string | number>>;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(kind: Refusal['kind'], key: string, details: Refusal['details'] = {}) {
    super(`${kind}: ${key}`);
    this.kind = kind;
    this.key = key;
    this.details = details;
  }
}
