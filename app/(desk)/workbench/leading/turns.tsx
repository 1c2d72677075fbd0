import { monthInAddress } from '@/app/(desk)/monitoring/lamps/address';
import { LampMark } from '@/app/ui/figures/lamp-mark';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { lampWord, writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import type { LampTurns, TurnedLamp } from '@/lib/monitoring/leading/words';
import { paths, withQuery } from '@/lib/paths';

/** The lamps that turned red since the month before, and those that caught up, each with its reason and its owner. */
export function Turns(props: { turns: LampTurns; groups: readonly Named[]; group: Named; locale: Locale }) {
  const { turns, groups, group, locale } = props;
  const t = translator(locale, 'leading');
  const { month, counts } = turns;
  const address = { group: group.code, month: monthInAddress(month) };
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
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Turned
          heading={t('turns.red', { count: counts.turnedRed })}
          lamps={turns.turnedRed}
          of={counts.turnedRed}
          locale={locale}
        />
        <Turned
          heading={t('turns.recovered', { count: counts.recovered })}
          lamps={turns.recovered}
          of={counts.recovered}
          locale={locale}
        />
      </div>
      {counts.stillRed > 0 && (
        <p className="mt-3">
          <a href={withQuery(paths.lamps, { ...address, only: 'red' })}>
            {t('turns.still', { count: counts.stillRed })}
          </a>
        </p>
      )}
    </Section>
  );
}

function Turned(props: { heading: string; lamps: readonly TurnedLamp[]; of: number; locale: Locale }) {
  const { heading, lamps, of, locale } = props;
  const t = translator(locale, 'leading');
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-semibold">{heading}</h3>
      {lamps.length === 0 && <p className="text-ink-2">{t('turns.none')}</p>}
      <ul>
        {lamps.map((lamp) => (
          <li key={`${lamp.unit} ${lamp.indicator}`} className="border-b border-rule py-2">
            <p>
              <LampMark lamp={lamp} locale={locale} />{' '}
              <a
                href={withQuery(paths.lamp(lamp.unit, lamp.indicator), { year: lamp.year })}
                className="font-medium text-sea hover:underline"
              >
                {markedName(lamp.unitName, locale)} · {markedName(lamp.of, locale)}
              </a>{' '}
              <span className="text-table text-ink-2">
                {lamp.was === null
                  ? t('turns.wasNone')
                  : t('turns.was', { lamp: lampWord({ colour: lamp.was, judged: lamp.was }, locale) })}
              </span>
            </p>
            <p className="text-table">{writtenReason(lamp, lamp.of, locale)}</p>
            <Owner lamp={lamp} locale={locale} />
          </li>
        ))}
      </ul>
      {of > lamps.length && (
        <p className="mt-2 text-table text-ink-2">{t('turns.more', { count: of - lamps.length })}</p>
      )}
    </div>
  );
}

function Owner({ lamp, locale }: { lamp: TurnedLamp; locale: Locale }) {
  const owner = nameOf({ nameZh: lamp.responsibleZh, nameEn: lamp.responsibleEn }, locale);
  if (owner === '') return null;
  return <p className="text-table text-ink-2">{translator(locale, 'leading')('turns.owner', { owner })}</p>;
}
