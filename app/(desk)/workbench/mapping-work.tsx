import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { mappedSheets } from '@/lib/reporting/mapping/sheets/queries';

/** The sheets that are in work, in a line; nothing where none are. */
export async function MappingWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const { length: count } = await mappedSheets(principal, 'open');
  if (count === 0) return null;
  return (
    <p className="mt-4 border-l-2 border-sea pl-3">
      <a href={paths.mappings} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
        {translator(locale, 'mapping')('links.openSheets', { count })}
      </a>
    </p>
  );
}
