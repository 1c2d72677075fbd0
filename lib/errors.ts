/** What may go wrong on purpose. `key` names a message under `errors`; the words live in lib/i18n. */
export class Refusal extends Error {
  readonly kind: 'forbidden' | 'notFound' | 'invalid' | 'conflict' | 'limit' | 'unavailable';
  readonly key: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(kind: Refusal['kind'], key: string, details: Refusal['details'] = {}) {
    super(`${kind}: ${key}`);
    this.kind = kind;
    this.key = key;
    this.details = details;
  }
}
