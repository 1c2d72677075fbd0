import { fieldName } from '@/lib/i18n/field-name';
import { type RefusalKey, refusalRooms } from '@/lib/i18n/refusal-key';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const roomed = new RegExp(`^(${refusalRooms.join('|')})\\.(.+)$`);

type Told = { readonly key: RefusalKey; readonly details: Readonly<Record<string, string | number>> };

/** What a refusal, or the fault of a field, says in a language; the field is told as the form of the command calls it, or by `field`. */
export function refusalWords({ key: name, details }: Told, locale: Locale, field?: string): string {
  const [, room = 'errors', key] = roomed.exec(name) ?? [null, 'errors', name];
  const named = field ?? fieldName(locale, String(details.field ?? ''), String(details.command ?? ''));
  const told = { ...details, field: named } as never;
  // The compiler knows that every key is one of its room's.
  return translator(locale, room as 'errors')(key as 'input', told);
}
