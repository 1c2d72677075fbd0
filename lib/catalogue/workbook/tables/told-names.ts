import { nameTeller } from '@/lib/catalogue/names/told-name';
import { columnsOf, kindOf, type Referred } from '@/lib/catalogue/workbook/tables/columns';
import type { ImportLine, KnownRow, SheetKey, Tables, ToldNames, Values } from '@/lib/catalogue/workbook/words';
import type { Locale, Named, Told } from '@/lib/i18n/words';

const namedSheets: readonly SheetKey[] = ['units', 'groups', 'topics', 'indicators'] satisfies Referred[];

/** Whether the rows of a sheet are told by the names of their codes. */
export const isNamed = (sheet: SheetKey): sheet is Referred => namedSheets.includes(sheet);

/** The codes that lines are about, and those of other rows that their cells hold, by kind. */
function referredIn(lines: readonly ImportLine[]): ReadonlyMap<Referred, ReadonlySet<string>> {
  const referred = new Map<Referred, Set<string>>();
  const add = (to: Referred, code: string | undefined) => {
    if (code) referred.set(to, (referred.get(to) ?? new Set<string>()).add(code));
  };
  for (const { sheet, column, about, before, after, values } of lines) {
    if (isNamed(sheet)) add(sheet, about.code);
    for (const one of columnsOf(sheet)) {
      const kind = kindOf(sheet, one);
      if (kind.kind !== 'refers') continue;
      for (const code of [about[one], values[one], ...(column === one ? [before, after] : [])]) add(kind.to, code);
    }
  }
  return referred;
}

/** The names of the rows that lines are about or refer to, by kind and code: of the catalogue and of rows that a file adds. */
export function namesTold(lines: readonly ImportLine[], rows: readonly KnownRow[], tables: Tables): ToldNames {
  const told: Record<string, Told> = {};
  for (const [to, codes] of referredIn(lines)) {
    const nameOf = tellerOf(to, rows, tables);
    for (const code of codes) told[keyOf(to, code)] = nameOf(code);
  }
  return told;
}

/** Tells the rows of a kind by name: those of the catalogue, and those that a file adds. */
export function tellerOf(to: Referred, rows: readonly KnownRow[], tables: Tables): (code: string) => Told {
  const added = rows.filter((row) => row.sheet === to && row.isNew).map(({ values }) => values);
  return nameTeller([...tables[to], ...added].map(namedRow));
}

const namedRow = ({ code = '', nameZh = '', nameEn }: Values): Named => ({ code, nameZh, nameEn: nameEn || nameZh });
const keyOf = (to: Referred, code: string) => `${to} ${code}`;

/** The name of the row that a code means, as `namesTold` gives it. */
export const toldName = (names: ToldNames, to: Referred, code: string, locale: Locale): string =>
  names[keyOf(to, code)]?.[locale] ?? code;
