import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { type Locale, locales, type Named, type Told } from '@/lib/i18n/words';

/**
 * Tells rows of one kind by their names: with the code behind a name that another row has too, and by the code alone where
 * there is no such row.
 */
export function nameTeller(rows: readonly Named[]): (code: string) => Told {
  const counts = new Map<string, number>();
  const keyOf = (row: Named, locale: Locale) => `${locale} ${nameOf(row, locale)}`;
  for (const row of rows)
    for (const key of locales.map((locale) => keyOf(row, locale))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const written = (row: Named, locale: Locale) => {
    const name = nameOf(row, locale);
    const isShared = (counts.get(keyOf(row, locale)) ?? 0) > 1;
    return isShared ? translator(locale, 'tables')('coded', { name, code: row.code }) : name;
  };
  return (code) => {
    const row = byCode.get(code);
    return row ? { 'zh-CN': written(row, 'zh-CN'), en: written(row, 'en') } : { 'zh-CN': code, en: code };
  };
}

/** A few rows by their names, as one is offered for another or either is meant: those that share a name with their codes. */
export function namesTold(rows: readonly Named[], locale: Locale): string {
  const told = nameTeller(rows);
  return listed(
    rows.map(({ code }) => told(code)[locale]),
    locale,
  );
}
