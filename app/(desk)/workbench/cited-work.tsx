import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { waitingCited } from '@/lib/observations/cited/queue/queries';
import { paths } from '@/lib/paths';
import { WaitingLine } from './waiting-line';

/** The figures out of documents that wait for a second person, in a line; nothing where none do. */
export async function CitedWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const count = await waitingCited(principal);
  if (count === 0) return null;
  return <WaitingLine href={paths.citedFigures}>{translator(locale, 'cited')('waitingForYou', { count })}</WaitingLine>;
}
