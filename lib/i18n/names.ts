import type { Locale, Name } from '@/lib/i18n/words';

/** The name of a catalogue row in the reader's language. */
export function nameOf(row: Name, locale: Locale): string {
  return locale === 'en' ? row.nameEn : row.nameZh;
}

/** A list of names: 甲、乙; A, B. */
export function listed(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'en' ? ', ' : '、');
}

/** The unit of measure of an indicator in the reader's language. */
export function unitOf(indicator: { unitZh: string; unitEn: string }, locale: Locale): string {
  return locale === 'en' ? indicator.unitEn : indicator.unitZh;
}

/**
 * The unit of an indicator as it follows a number in a sentence. One that begins with a number itself stands in brackets:
 * 200.00 (100 m yuan), the printed number and its unit apart.
 */
export function unitBehind(indicator: { unitZh: string; unitEn: string }, locale: Locale): string {
  const unit = unitOf(indicator, locale);
  return /^\d/.test(unit) ? `(${unit})` : unit;
}

/** The responsible department of an indicator, in the reader's language. */
export function departmentOf(of: { department: string; departmentEn: string }, locale: Locale): string {
  return locale === 'en' ? of.departmentEn : of.department;
}
