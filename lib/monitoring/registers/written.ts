import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import {
  type CountFilter,
  type EntryField,
  type EntryState,
  type ListedField,
  listOfField,
  type RegisterLists,
} from '@/lib/monitoring/registers/words';

const isListed = (field: EntryField): field is ListedField => field in listOfField;

/** What a field of an entry says, in words: codes by their names, and a dash for nothing. */
export function writtenValue(
  { lists, units }: { readonly lists: RegisterLists; readonly units: readonly Named[] },
  field: EntryField,
  value: string,
  locale: Locale,
): string {
  if (value === '') return '—';
  if (field === 'state') return translator(locale, 'registers')(`states.${value as EntryState}`);
  const named = isListed(field) ? lists[listOfField[field]] : field === 'bureau' || field === 'street' ? units : [];
  const found = named.find(({ code }) => code === value);
  return found ? nameOf(found, locale) : value;
}

/** What a link counts, in words: 在册条数；风险等级：红. */
export function writtenLink(lists: RegisterLists, { counts, ...of }: Omit<CountFilter, 'per'>, locale: Locale): string {
  const t = translator(locale, 'registers');
  const parts = [
    ['field', of.ofField],
    ['grade', of.ofGrade],
    ['group', of.ofGroup],
  ] as const;
  const only = parts.flatMap(([field, code]) =>
    code === ''
      ? []
      : [
          t('source.part', {
            column: t(`columns.${field}`),
            name: writtenValue({ lists, units: [] }, field, code, locale),
          }),
        ],
  );
  return [t(`source.counts.${counts}`), ...only].join(locale === 'en' ? '; ' : '；');
}
