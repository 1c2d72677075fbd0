import { markedName } from '@/app/ui/primitives/marked';
import { SearchField } from '@/app/ui/tables/search-field';
import { matchesWords } from '@/lib/catalogue/search/match-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { PeerUnit } from '@/lib/observations/ranking/words';
import { paths } from '@/lib/paths';
import { type Address, addressOf } from './address';

/** The most units that a search lists. */
const mostFound = 20;

/** The choice of a unit of a large group: a search by name or code, and links to the units that it finds. */
export function FindUnit(props: { code: string; units: readonly PeerUnit[]; address: Address; locale: Locale }) {
  const { code, units, address, locale } = props;
  const { q = '', ...kept } = address;
  const t = translator(locale, 'indicators');
  const isAsked = q.trim() !== '';
  const found = isAsked ? units.filter(({ nameZh, nameEn, code }) => matchesWords([nameZh, nameEn, code], q)) : [];
  const shown = found.slice(0, mostFound);
  return (
    <div className="mb-4">
      <SearchField
        action={paths.indicator(code)}
        value={q}
        keep={{ ...kept, page: undefined }}
        className="w-full sm:w-80"
        words={{ label: t('sources.find'), hint: t('sources.findHint'), find: t('sources.search') }}
      />
      {isAsked && (
        <p className="mt-2 flex flex-wrap gap-x-4 text-table text-ink-2">
          {t('sources.found', { q, count: found.length, shown: shown.length })}
          {shown.map((unit) => (
            <a
              key={unit.code}
              href={addressOf(code, { ...kept, unit: unit.code }, 'figures')}
              className="inline-flex min-h-6 items-center text-sea underline"
            >
              {markedName(unit, locale)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
