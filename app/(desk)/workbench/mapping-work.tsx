import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { openSheets } from '@/lib/reporting/mapping/sheets/queries';
import { WaitingLine } from './waiting-line';

/** The sheets that are in work, in a line; nothing where none are. */
export async function MappingWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const count = await openSheets(principal);
  if (count === 0) return null;
  return (
    <WaitingLine href={paths.mappings}>{translator(locale, 'mapping')('links.openSheets', { count })}</WaitingLine>
  );
}
