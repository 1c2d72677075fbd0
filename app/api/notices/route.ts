import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { bellWords } from '@/lib/notices/list/bell-words';
import { unreadNotices } from '@/lib/notices/queries';

/** The number of unread notices for the bell, which stays where pages change below it. */
export async function GET() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('notices')]);
  const words = bellWords(await unreadNotices(principal), locale);
  return Response.json(words, { headers: { 'cache-control': 'private, no-store' } });
}
