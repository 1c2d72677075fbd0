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
  const print = new Fingerprint(document, inputs, assessment, form);
  print.add(assessment.units);
  return print.end();
}

/** A fingerprint that is written a few units at a time, in their order, while they are stored. */
export class Fingerprint {
  readonly #writer = new Canonical(createHash('sha256'));
  readonly #form: FingerprintForm;

  constructor(
    document: unknown,
    inputs: Inputs,
    { bases, notes }: Pick<Assessment, 'bases' | 'notes'>,
    form: FingerprintForm,
  ) {
    const writer = this.#writer;
    this.#form = form;
    writer.add({
      ...(form > 1 && { form }),
      assessment: { bases, notes },
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
  }

  add(units: readonly UnitScore[]): void {
    for (const unit of units) {
      if (this.#form === 1) this.#writer.add(unit);
      else addUnit(this.#writer, unit);
    }
  }

  end(): string {
    return this.#writer.end();
  }
}

/** Writes the keys of all figures, then the values and qualifiers of each unit in this order. Refuses a duplicate. */
function addFigures(writer: Canonical, figures: Inputs['figures']): void {
  // Keys are numbered as they come, so that one pass over the figures is enough, and put in order at the end.
  const keys: { readonly indicator: string; readonly period: string; readonly at: number }[] = [];
  const places = new Map<string, Map<string, number>>();
  const units = new Map<string, { values: string[]; qualifiers: string[] }>();
  let own = { values: [] as string[], qualifiers: [] as string[] };
  let last: string | null = null;
  for (const { indicator, unit, period, value, qualifier } of figures) {
    let periods = places.get(indicator);
    if (!periods) {
      periods = new Map();
      places.set(indicator, periods);
    }
    let at = periods.get(period);
    if (at === undefined) {
      at = keys.length;
      periods.set(period, at);
      keys.push({ indicator, period, at });
    }
    // Most figures come after another of their unit.
    if (unit !== last) {
      own = units.get(unit) ?? { values: [], qualifiers: [] };
      units.set(unit, own);
      last = unit;
    }
    if (own.values[at] !== undefined) throw new Error(`a figure is there twice: ${indicator} ${unit} ${period}`);
    own.values[at] = shortestDecimal(value);
    own.qualifiers[at] = qualifier;
  }
  keys.sort((a, b) => inCodeUnits(a.indicator, b.indicator) || inCodeUnits(a.period, b.period));
  writer.line(JSON.stringify(keys.map(({ indicator, period }) => [indicator, period])));
  for (const unit of [...units.keys()].sort()) {
    const { values = [], qualifiers = [] } = units.get(unit) ?? {};
    const inOrder = (list: readonly string[]) => keys.map(({ at }) => list[at] ?? null);
    writer.line(JSON.stringify([unit, inOrder(values), inOrder(qualifiers)]));
  }
}

/** The order in which a list of strings is sorted. */
function inCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A unit, with its numbers as doubles: the four of each item, then the others as they come. */
function addUnit(writer: Canonical, { items, ...unit }: UnitScore): void {
  const four = new Float64Array(items.length * 4);
  let at = 0;
  for (const { value, transformed, share, points } of items) {
    four[at] = doubleOr(value);
    four[at + 1] = doubleOr(transformed);
    four[at + 2] = doubleOr(share);
    four[at + 3] = doubleOr(points);
    at += 4;
  }
  const numbers: number[] = [];
  const others = () => othersOf(items, numbers);
  writer.line(canonical({ ...unit, items: items.length, others }, numbers));
  writer.bytes(four);
  writer.bytes(new Float64Array(numbers));
}

/** The place, state, terms and notes of the items that have more than numbers, in canonical form. */
function othersOf(items: UnitScore['items'], numbers: number[]): string {
  let text = '';
  items.forEach(({ state, terms, notes }, at) => {
    if (state === 'scored' && !terms && !notes) return;
    numbers.push(at);
    const held = terms ? canonical(terms, numbers) : 'null';
    text += `${text === '' ? '' : ','}[#,"${state}",${held},${notes ? canonical(notes, numbers) : 'null'}]`;
  });
  return `[${text}]`;
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
 * for them; a function writes itself. Refuses a number that JSON cannot represent.
 */
function canonical(value: unknown, numbers?: number[]): string {
  if (typeof value === 'number') {
    const held = double(value);
    if (!numbers) return `${held}`;
    numbers.push(held);
    return '#';
  }
  if (typeof value === 'function') return value();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const one of value) text += `${text === '' ? '' : ','}${canonical(one, numbers)}`;
    return `[${text}]`;
  }
  const held = value as Readonly<Record<string, unknown>>;
  for (const { key, start } of inOrder(held)) {
    if (held[key] !== undefined) text += `${text === '' ? '' : ','}${start}${canonical(held[key], numbers)}`;
  }
  return `{${text}}`;
}

/** A sorted key, with the text before its value. */
type Start = { readonly key: string; readonly start: string };
/** The objects whose keys begin alike, in the order in which they have them. */
type Kind = { readonly next: Map<string, Kind>; sorted: readonly Start[] | null };

/** The sorted keys of an object. Cached by its keys as they come: a run has few kinds of objects and very many of each. */
function inOrder(held: Readonly<Record<string, unknown>>): readonly Start[] {
  let kind: Kind | undefined = kinds;
  for (const key in held) {
    let next: Kind | undefined = kind.next.get(key);
    if (!next) {
      if (known >= mostKinds) return sortedKeys(held);
      known += 1;
      next = { next: new Map(), sorted: null };
      kind.next.set(key, next);
    }
    kind = next;
  }
  kind.sorted ??= sortedKeys(held);
  return kind.sorted;
}
const mostKinds = 5000;
const kinds: Kind = { next: new Map(), sorted: null };
let known = 0;

function sortedKeys(held: Readonly<Record<string, unknown>>): Start[] {
  return Object.keys(held)
    .sort()
    .map((key) => ({ key, start: `${JSON.stringify(key)}:` }));
}
