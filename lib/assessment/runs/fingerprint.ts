import { createHash, type Hash } from 'node:crypto';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';

/** Hashed at once, in characters. */
const stretch = 1 << 16;

/**
 * The sha256, in hexadecimal, over the document of a scheme as it is stored, what it was applied to and what came out. The
 * order of keys, and of units, figures, targets and entries, means nothing; what figures carry besides their value
 * (revision, source) is not in it, so that who has the exported package alone comes to the same.
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
      ...[unit, period, shortest(value), qualifier],
    ]),
  );
  writer.lines(
    inputs.targets.map(({ indicator, unit, base, stretch }) => [
      indicator,
      ...[unit, shortest(base), stretch === null ? null : shortest(stretch)],
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

/** A decimal string without the zeros that say nothing: a file has as many decimals as its source printed. */
function shortest(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Writes values one way only, a line each, into a hash. */
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

  /** A list whose order means nothing, after its length. */
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

/** JSON with its keys in order; a key without a value is left out. Refuses a number that JSON cannot say. */
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

/** Keys in their order, each with the text it opens with. A run has few kinds of objects and very many of each. */
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
