import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/**
 * The name of a field of a command, as the form of the command calls it. A path such as `parts.0.name` is told by its last
 * part that has a name, and a numbered field by that of all.
 */
export function fieldName(locale: Locale, field: string, command = ''): string {
  const [own, all] = [translator(locale, 'formFields'), translator(locale, 'fields')];
  const parts = field.split('.').map((part) => part.replace(/-\d+$/, ''));
  for (const part of parts.filter((one) => /^[a-z][\w-]*$/i.test(one)).toReversed()) {
    const key = `${command}.${part}`;
    if (own.has(key as never)) return own(key as never);
    if (all.has(part as 'name')) return all(part as 'name');
  }
  return field;
}
