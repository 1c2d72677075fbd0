import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { EntryLine } from '@/lib/monitoring/registers/list/words';
import { sheetColumns } from '@/lib/monitoring/registers/sheet/words';
import { type ListedField, listOfField, type Register } from '@/lib/monitoring/registers/words';
import type { Sheet } from '@/lib/publishing/words';

/** A row of a register as a sheet: a name that would be read as another, or as several, is written as its code. */
export function registerSheet(
  register: Register,
  lines: readonly EntryLine[],
  { day, units }: { readonly day: string; readonly units: readonly NameEntry[] },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'registers');
  const readUnit = nameReader(units);
  const written = (one: Named | null | undefined, read: ReturnType<typeof nameReader>) => {
    if (!one) return '';
    const [name, found] = [nameOf(one, locale), read(nameOf(one, locale))];
    return found.kind === 'one' && found.code === one.code ? name : one.code;
  };
  const listed = new Map(
    (Object.keys(listOfField) as ListedField[]).map((field) => {
      const entries = register.lists[listOfField[field]];
      return [field, { entries, read: nameReader(entries.map((one) => ({ ...one, aliases: [] }))) }];
    }),
  );
  const inList = (field: ListedField, code: string) => {
    const list = listed.get(field);
    return list
      ? written(
          list.entries.find((one) => one.code === code),
          list.read,
        )
      : code;
  };
  return {
    ...{ name: t('file.sheet'), title: t('file.title', { name: nameOf(register, locale) }), notes: [] },
    about: [
      [t('file.asOf'), day],
      [t('file.entries'), `${lines.length}`],
    ],
    columns: sheetColumns.map((column) =>
      t(column === 'identifier' ? `identifier.${register.kind}` : `columns.${column}`),
    ),
    rows: lines.map((line) =>
      [
        ...[line.identifier, line.name, inList('field', line.field), inList('grade', line.grade)],
        ...[written(line.bureau, readUnit), written(line.street, readUnit), inList('group', line.group)],
        ...[line.visit, line.since],
      ].map((text) => (text === '' ? null : { text })),
    ),
  };
}
