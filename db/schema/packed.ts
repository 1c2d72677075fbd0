import { customType } from 'drizzle-orm/pg-core';

/** Objects alike, kept by their keys: what all of them have, and of the other keys what each of them has. */
export type Packed = {
  readonly count: number;
  readonly alike: Readonly<Record<string, unknown>>;
  readonly each: Readonly<Record<string, readonly unknown[]>>;
};

/** Objects that have the same keys in their packed form. */
export function packed<Row extends object>(rows: readonly Row[]): Packed {
  const alike: Record<string, unknown> = {};
  const each: Record<string, unknown[]> = {};
  const [first] = rows;
  for (const key of first ? (Object.keys(first) as (keyof Row & string)[]) : []) {
    const held = first?.[key];
    if (rows.every((row) => row[key] === held)) alike[key] = held;
    else each[key] = rows.map((row) => row[key]);
  }
  return { count: rows.length, alike, each };
}

/** The objects of a packed form, as they were. */
export function unpacked<Row extends object>({ count, alike, each }: Packed): Row[] {
  const rows = Array.from({ length: count }, () => ({ ...alike }));
  for (const [key, held] of Object.entries(each)) {
    rows.forEach((row, at) => {
      row[key] = held[at];
    });
  }
  return rows as Row[];
}

/** A column of objects with the same keys, stored packed: of very many, nearly all of the text is what they have alike. */
export function packedList<Row extends object>(name: string) {
  return customType<{ data: readonly Row[]; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (rows) => JSON.stringify(packed(rows)),
    fromDriver: (held) => unpacked<Row>(held as Packed),
  })(name);
}

/** A list of finite doubles as the database reads it: as text all at once, which takes a third of the time of one by one. */
export const doublesText = (list: readonly (number | null)[]): string => `{${JSON.stringify(list).slice(1, -1)}}`;

/** A column of finite doubles, null where there is none. */
export const doubles = customType<{ data: readonly (number | null)[]; driverData: unknown }>({
  dataType: () => 'double precision[]',
  toDriver: doublesText,
});
