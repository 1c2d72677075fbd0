import { createHash, type Hash } from 'node:crypto';
import type { FingerprintForm } from '@/lib/assessment/runs/words';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment, UnitScore } from '@/lib/assessment/scoring/words';

/** Characters per update of the hash. */
const stretch = 1 << 16;

/**
 * The sha256, in hexadecimal, of a stored scheme document, its inputs and its result. The order of keys, and of units,
 * figures, targets and entries, does not matter; other fields of figures (revision, source) are excluded, so that the
 * exported package alone gives the same hash. `form` is the run's: the second has the figures of a unit in one line and
 * its numbers as doubles, the first a text for each.
 */
export function fingerprintOf(
  document: unknown,
  inputs: Inputs,
  assessment: Assessment,
  form: FingerprintForm,
): string {
  const writer = new Canonical(createHash('sha256'));
  writer.add({
    ...(form > 1 && { form }),
    assessment: { bases: assessment.bases, notes: assessment.notes },
    deadlinePassed: inputs.deadlinePassed,
    period: inputs.period,
    scheme: document,
  });
  writer.lines(inputs.units.map(({ code, nameZh, nameEn, order }) => [code, nameZh, nameEn, order]));
  if (form === 1) {
    writer.lines(
      inputs.figures.map(({ indicator, unit, period, value, qualifier }) => [
        indicator,
        ...[unit, period, shortestDecimal(value), qualifier],
      ]),
    );
  } else addFigures(writer, inputs.figures);
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
  for (const unit of assessment.units) {
    if (form === 1) writer.add(unit);
    else addUnit(writer, unit);
  }
  return writer.end();
}

/** Writes the keys of all figures, then the values and qualifiers of each unit in this order. Refuses a duplicate. */
function addFigures(writer: Canonical, figures: Inputs['figures']): void {
  const places = new Map<string, Map<string, number>>();
  for (const { indicator, period } of figures) {
    const periods = places.get(indicator);
    if (periods) periods.set(period, 0);
    else places.set(indicator, new Map([[period, 0]]));
  }
  const keys = [...places.keys()].sort().flatMap((indicator) => {
    const periods = places.get(indicator);
    return [...(periods?.keys() ?? [])].sort().map((period) => ({ indicator, period, periods }));
  });
  keys.forEach(({ period, periods }, at) => {
    periods?.set(period, at);
  });
  const units = new Map<string, { values: (string | null)[]; qualifiers: (string | null)[] }>();
  for (const { indicator, unit, period, value, qualifier } of figures) {
    let own = units.get(unit);
    if (!own) {
      own = { values: new Array(keys.length).fill(null), qualifiers: new Array(keys.length).fill(null) };
      units.set(unit, own);
    }
    const at = places.get(indicator)?.get(period) ?? -1;
    if (own.values[at] !== null) throw new Error(`a figure is there twice: ${indicator} ${unit} ${period}`);
    own.values[at] = shortestDecimal(value);
    own.qualifiers[at] = qualifier;
  }
  writer.line(JSON.stringify(keys.map(({ indicator, period }) => [indicator, period])));
  for (const unit of [...units.keys()].sort()) {
    const { values, qualifiers } = units.get(unit) ?? {};
    writer.line(JSON.stringify([unit, values, qualifiers]));
  }
}

/** A unit, with its numbers as doubles: the four of each item, then the others as they come. */
function addUnit(writer: Canonical, { items, ...unit }: UnitScore): void {
  const numbers: number[] = [];
  const others: unknown[] = [];
  items.forEach(({ state, value, transformed, share, points, terms, notes }, at) => {
    numbers.push(doubleOr(value), doubleOr(transformed), doubleOr(share), doubleOr(points));
    if (state !== 'scored' || terms || notes) others.push([at, state, terms ?? null, notes ?? null]);
  });
  writer.line(canonical({ ...unit, items: items.length, others }, numbers));
  writer.bytes(new Float64Array(numbers));
}

/** A number or null as a double; null is infinity, which no result is. */
function doubleOr(value: number | null): number {
  return value === null ? Number.POSITIVE_INFINITY : double(value);
}

/** A number as it is hashed: both zeros are 0. Refuses one that is not finite. */
function double(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  return value + 0;
}

/** A decimal string without trailing zeros: a file has as many decimals as its source printed. */
function shortestDecimal(decimal: string): string {
  return decimal.endsWith('0') && decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Writes values in canonical form, a line each, into a hash. */
class Canonical {
  readonly #hash: Hash;
  #text = '';

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  add(value: unknown): void {
    this.line(canonical(value));
  }

  line(text: string): void {
    this.#text += `${text}\n`;
    if (this.#text.length > stretch) this.#flush();
  }

  /** Doubles as they are in memory, the lowest byte first. */
  bytes(numbers: Float64Array): void {
    this.#flush();
    this.#hash.update(numbers);
  }

  /** Writes a list in canonical order, after its length. */
  lines(rows: readonly (readonly (string | number | null)[])[]): void {
    this.add(rows.length);
    for (const line of rows.map((row) => JSON.stringify(row)).sort()) this.line(line);
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

/**
 * JSON with sorted keys; a key without a value is left out. Numbers go into a list where there is one, and `#` stands
 * for them. Refuses a number that JSON cannot represent.
 */
function canonical(value: unknown, numbers?: number[]): string {
  if (typeof value === 'number') {
    const held = double(value);
    if (!numbers) return `${held}`;
    numbers.push(held);
    return '#';
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const one of value) text += `${text === '' ? '' : ','}${canonical(one, numbers)}`;
    return `[${text}]`;
  }
  const held = value as Readonly<Record<string, unknown>>;
  for (const [key, start] of inOrder(Object.keys(held))) {
    if (held[key] !== undefined) text += `${text === '' ? '' : ','}${start}${canonical(held[key], numbers)}`;
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
