export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';

/** The shape of a message file: the same keys as the Chinese one, every leaf a string. */
export type Words<Shape> = { [Key in keyof Shape]: Shape[Key] extends string ? string : Words<Shape[Key]> };

/** A name in the languages of the product; `nameOf` takes the reader's. */
export type Name = { readonly nameZh: string; readonly nameEn: string };
/** What has a code and a name: a unit, an indicator, a group, a scheme. */
export type Named = Name & { readonly code: string };

/** How something is told in each language. */
export type Told = Readonly<Record<Locale, string>>;
