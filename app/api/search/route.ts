import type { NextRequest } from 'next/server';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { foundPath } from '@/lib/catalogue/search/found-path';
import { searchCatalogue } from '@/lib/catalogue/search/queries';
import { type FoundKind, foundKinds } from '@/lib/catalogue/search/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';

const longest = 8;

export type PaletteAnswer = {
  readonly groups: readonly {
    readonly kind: FoundKind;
    readonly title: string;
    readonly items: readonly { readonly code: string; readonly name: string; readonly href: string }[];
  }[];
  /** The palette's sentence about the answer: the number of results, or that there is none. */
  readonly said: string;
};

/** The search results for the palette, in the reader's language. */
export async function GET(request: NextRequest) {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const refused = await overused(principal, 'search');
  if (refused) return refused;
  const t = translator(locale, 'search');
  const words = (request.nextUrl.searchParams.get('q') ?? '').trim().slice(0, 60);
  const results = await searchCatalogue(principal, words, longest);
  const answer: PaletteAnswer = {
    groups: foundKinds
      .map((kind) => ({
        kind,
        title: t(kind),
        items: results
          .filter((one) => one.kind === kind)
          .map((one) => ({
            code: one.code,
            name: kind === 'source' ? one.nameZh : nameOf(one, locale),
            href: foundPath[kind](one.code),
          })),
      }))
      .filter(({ items }) => items.length > 0),
    said:
      words === ''
        ? t('start')
        : results.length > 0
          ? t('count', { count: results.length })
          : t('noneTitle', { words }),
  };
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
}
