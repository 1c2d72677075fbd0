const removed = '…';

/**
 * Words in the names of values that a log must never contain. A `code` alone is one to sign in with; `indicatorCode` is
 * none.
 */
const secretNames = 'pass(?:word|wd|phrase|code)|secret|token|cookie|authori[sz]ation|api[-_]?key|otp|nonce';
const secretField = new RegExp(`${secretNames}|^pass$|^codes?$|(?:backup|recovery|time)_?codes?$`, 'i');

/**
 * A secret's name before a colon or an equals sign: the value runs to the end of the line, since a password may contain
 * any character.
 */
const secretPair = new RegExp(`((?:${secretNames})s?["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\n]+)`, 'gi');
/** A code's name before its value, but not the `"code" = $1` of a statement. */
const codePair = /((?:(?<![\w."])codes?\s*[:=]|["']codes?["']\s*:)\s*)("[^"]*"|'[^']*'|[^\s,;&)}]+)/gi;

/**
 * A text without secrets: values behind secret names, the parameters of a failed statement, the query of an address,
 * its user and password, and the `known` secrets anywhere.
 */
export function withoutSecrets(text: string, known: readonly string[] = []): string {
  const plain = text
    .replace(/\bparams:[\s\S]*?(?=\n\s+at |$)/g, `params: ${removed}`)
    .replace(/\/\/[^\s/@]+@/g, `//${removed}@`)
    .replace(/(\/[^\s"'`?]*)\?[^\s"'`<>]+/g, `$1?${removed}`)
    .replace(secretPair, `$1${removed}`)
    .replace(codePair, `$1${removed}`);
  return known.filter((secret) => secret.length >= 8).reduce((left, secret) => left.replaceAll(secret, removed), plain);
}

/**
 * A value of any shape without secrets. An error is reduced to its name, message, stack and SQL state; its other fields
 * may be rows.
 */
export function plainWithoutSecrets(value: unknown, known: readonly string[] = [], depth = 0): unknown {
  if (typeof value === 'string') return withoutSecrets(value, known);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}` : value;
  if (depth > 6) return removed;
  const inner = (part: unknown) => plainWithoutSecrets(part, known, depth + 1);
  if (value instanceof Error) {
    const state = 'code' in value && typeof value.code === 'string' ? { state: value.code } : {};
    const cause = value.cause === undefined ? {} : { cause: inner(value.cause) };
    return { name: value.name, ...state, stack: inner(value.stack ?? value.message), ...cause };
  }
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(inner);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, secretField.test(name) ? removed : inner(part)]),
  );
}
