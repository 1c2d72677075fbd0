import { createHash, type Hash } from 'node:crypto';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';

/** Characters per update of the hash. */
const stretch = 1 << 16;

/**
 * The sha256, in hexadecimal, of a stored scheme document, its inputs and its result. The order of keys, and of units,
 * figures, targets and entries, does not matter; other fields of figures (revision, source) are excluded, so that the
 * exported package alone gives the same hash.
 */
export function fingerprintOf(document: unknown, inputs: Inputs, assessment: Assessment): string {
  const writer = new Canonical(createHash('sha256'));
  writer.add({
    assessment: { bases: assessment.bases, notes: assessment.notes },
    deadlinePassed: inputs.deadlinePassed,
    period: inputs.period,
    scheme: document,
  });
  writer.lines(inputs.units.map(({ code, nameZh, nameEn, order }) => [code, nameZh, nameEn, order]));
  writer.lines(
    inputs.figures.map(({ indicator, unit, period, value, qualifier }) => [
      indicator,
      ...[unit, period, shortestDecimal(value), qualifier],
    ]),
  );
  writer.lines(
    inputs.targets.map(({ indicator, unit, base, stretch }) => [
      indicator,
      ...[unit, shortestDecimal(base), stretch === null ? null : shortestDecimal(stretch)],
    ]),
  );
  writer.lines(
    inputs.entries.map(({ id, unit, kind, node, rule, points, incident, article, reason }) => [
      id,
      ...[unit, kind, node, rule, points, incident, article, reason],
    ]),
  );
  for (const unit of assessment.units) writer.add(unit);
  return writer.end();
}

/** A decimal string without trailing zeros: a file has as many decimals as its source printed. */
function shortestDecimal(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Writes values in canonical form, a line each, into a hash. */
class Canonical {
  readonly #hash: Hash;
  #text = '';

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  add(value: unknown): void {
    this.#text += `${canonical(value)}\n`;
    if (this.#text.length > stretch) this.#flush();
  }

  /** Writes a list in canonical order, after its length. */
  lines(rows: readonly (readonly (string | number | null)[])[]): void {
    this.add(rows.length);
    for (const line of rows.map((row) => JSON.stringify(row)).sort()) {
      this.#text += `${line}\n`;
      if (this.#text.length > stretch) this.#flush();
    }
  }

  #flush(): void {
    this.#hash.update(this.#text);
    this.#text = '';
  }

  end(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }
}

/** JSON with sorted keys; a key without a value is left out. Refuses a number that JSON cannot represent. */
function canonical(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
    return `${value}`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const held = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const [key, start] of inOrder(Object.keys(held))) {
    if (held[key] !== undefined) text += `${text === '' ? '' : ','}${start}${canonical(held[key])}`;
  }
  return `{${text}}`;
}

/** Sorted keys, each with the text before its value. Cached: a run has few kinds of objects and very many of each. */
function inOrder(keys: readonly string[]): readonly (readonly [key: string, start: string])[] {
  const kind = keys.join('\n');
  const known = kinds.get(kind);
  if (known) return known;
  const sorted = [...keys].sort().map((key) => [key, `${JSON.stringify(key)}:`] as const);
  if (kinds.size < mostKinds) kinds.set(kind, sorted);
  return sorted;
}
const mostKinds = 1000;
const kinds = new Map<string, readonly (readonly [string, string])[]>();
