import { defaultLocale, type Locale } from '@/lib/i18n/words';

/** The language of an answer by the header Accept-Language: the one that it wants most of those that there are, else Chinese. */
export function spokenLocale(header: string | null): Locale {
  const wanted = (header ?? '').split(',').flatMap((part): { locale: Locale; weight: number }[] => {
    const [tag = '', ...rest] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = Number(/^q=([01](?:\.\d{0,3})?)$/.exec(rest[0] ?? 'q=1')?.[1] ?? 0);
    const locale = /^zh\b/.test(tag) ? 'zh-CN' : /^en\b/.test(tag) ? 'en' : null;
    return locale === null || weight === 0 ? [] : [{ locale, weight }];
  });
  return wanted.toSorted((a, b) => b.weight - a.weight)[0]?.locale ?? defaultLocale;
}
