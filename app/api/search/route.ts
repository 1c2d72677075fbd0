import type { NextRequest } from 'next/server';
import { type FoundGroup, foundGroups } from '@/app/server/found-groups';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';

const longest = 8;

export type PaletteAnswer = {
  readonly groups: readonly FoundGroup[];
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
  const groups = await foundGroups({ principal, locale, words, longest });
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const answer: PaletteAnswer = {
    groups,
    said: words === '' ? t('start') : count > 0 ? t('count', { count }) : t('noneTitle', { words }),
  };
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
}
