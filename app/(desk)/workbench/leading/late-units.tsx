import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { groupedBy } from '@/lib/grouped-by';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { lateUnits } from '@/lib/reporting/collections/progress/queries';

/** How many units of a collection are named. */
const named = 6;

/** The units that are late in reporting, by collection. */
export async function LateUnits({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'leading');
  const late = groupedBy(await lateUnits(principal, new Date()), ({ collection }) => collection);
  return (
    <Section
      id="late"
      title={t('late.title')}
      actions={
        <a href={paths.collections} className={buttonLook('outline')}>
          {t('late.tasks')}
        </a>
      }
    >
      {late.size === 0 && <p className="text-ink-2">{t('late.none')}</p>}
      <ul>
        {[...late].map(([collection, units]) => {
          const names = listed(
            units.slice(0, named).map((unit) => nameOf(unit, locale)),
            locale,
          );
          return (
            <li key={collection} className="border-b border-rule py-2">
              <a href={paths.collection(collection)} className="font-medium text-sea hover:underline">
                {units[0]?.title}
              </a>
              <p className="text-table">
                {t('late.units', {
                  count: units.length,
                  names: units.length > named ? t('late.more', { names }) : names,
                })}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
