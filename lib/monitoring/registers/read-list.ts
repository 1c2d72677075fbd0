import type { FieldFault } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';
import { ListedItem } from '@/lib/monitoring/registers/register-input';
import { type ListName, mostListed } from '@/lib/monitoring/registers/words';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** A list as a form writes it, a line each. */
export const writtenList = (items: readonly Named[]): string =>
  items.map(({ code, nameZh, nameEn }) => [code, nameZh, nameEn].join(' | ')).join('\n');

/** Reads it back: code | Chinese name | English name, where the English one may be left out. Every bad line is a fault. */
export function readList(field: ListName, typed: string): { items: Named[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const items = typed.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const [code = '', nameZh = '', nameEn = '', ...more] = line.split(/[|｜\t]/).map((part) => part.trim());
    const read = ListedItem.safeParse({ code: plainText(code).toUpperCase(), nameZh, nameEn: nameEn || nameZh });
    if (read.success && more.length === 0) return [read.data];
    faults.push({ field, key: 'registers.refused.badLine', details: { field, line: at + 1 } });
    return [];
  });
  const said = items.flatMap((item) => [...new Set([item.code, item.nameZh, item.nameEn])]);
  if (new Set(said).size < said.length)
    faults.push({ field, key: 'registers.refused.listedTwice', details: { field } });
  if (items.length > mostListed)
    faults.push({ field, key: 'registers.refused.tooManyListed', details: { field, most: mostListed } });
  return { items, faults };
}
