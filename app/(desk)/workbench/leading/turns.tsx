import { RemarkHere } from '@/app/(desk)/monitoring/follow-ups/remark-here';
import { TurnedLamps } from '@/app/ui/figures/turned-lamps';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import type { Principal } from '@/lib/access/principal';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampTurns } from '@/lib/monitoring/leading/words';
import { paths, withQuery } from '@/lib/paths';

/** What is red, and what is red no more since the month before, each with its reason and its owner. */
export function Turns(props: {
  principal: Principal;
  turns: LampTurns;
  groups: readonly Named[];
  group: Named;
  locale: Locale;
}) {
  const { principal, turns, groups, group, locale } = props;
  const t = translator(locale, 'leading');
  const { month } = turns;
  const address = { group: group.code, month: monthText(month) };
  return (
    <Section
      id="turns"
      title={t('turns.title')}
      note={t('turns.note', {
        group: nameOf(group, locale),
        month: writtenPeriod(periodCode('month', month.year, month.month), locale),
      })}
      actions={
        <a href={withQuery(paths.lamps, address)} className={buttonLook('outline')}>
          {t('turns.all')}
        </a>
      }
    >
      {groups.length > 1 && (
        <FilterBar action={paths.workbench}>
          <FilterSelect
            label={t('turns.group')}
            name="group"
            value={group.code}
            options={groups.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
          />
        </FilterBar>
      )}
      <TurnedLamps
        turned={turns}
        after={({ unit, indicator, year, month, unitName, of }) => (
          <RemarkHere
            principal={principal}
            id={`remark-lamp-${unit}-${indicator}`}
            on={{ kind: 'lamp', unit, indicator, year, month }}
            what={`${nameOf(unitName, locale)} ${nameOf(of, locale)}`}
            locale={locale}
          />
        )}
        locale={locale}
      />
    </Section>
  );
}
