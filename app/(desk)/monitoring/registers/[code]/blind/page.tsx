import type { Metadata } from 'next';
import { choiceIn, choiceQuery, RegisterAddress } from '@/app/(desk)/monitoring/registers/address';
import { DayFilter } from '@/app/(desk)/monitoring/registers/day-filter';
import { RegisterHead } from '@/app/(desk)/monitoring/registers/register-head';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Section } from '@/app/ui/shell/section';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { keptSpots } from '@/lib/monitoring/registers/blind/kept-spots';
import { blindTables } from '@/lib/monitoring/registers/blind/queries';
import { paths } from '@/lib/paths';
import { BlindTable } from './blind-table';

type Props = PageProps<'/monitoring/registers/[code]/blind'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { code }] = await Promise.all([currentLocale(), params]);
  const name = nameOf(await shownRegister(code), locale);
  return { title: translator(locale, 'registers')('blind.pageTitle', { name }) };
}

/** The entries of a register that nobody looks after, by street and by bureau, each number with its list. */
export default async function BlindPage({ params, searchParams }: Props) {
  const [locale, principal, path, query] = await Promise.all([
    currentLocale(),
    principalFor('registers'),
    params,
    searchParams,
  ]);
  const register = await shownRegister(path.code);
  const today = todayOf({ now: new Date() });
  const { day } = choiceIn(RegisterAddress.parse(query), today);
  const { all, streets, bureaus } = await blindTables(principal, register, day);
  const t = translator(locale, 'registers');
  const shared = { register, spots: keptSpots(register), on: choiceQuery({ day }, today), all, locale };
  return (
    <>
      <RegisterHead
        {...{ register, principal, day, today, locale, at: 'blind' }}
        title={t('blind.pageTitle', { name: nameOf(register, locale) })}
        lead={t('blind.lead', { day })}
      />
      <DayFilter action={paths.registerBlind(register.code)} day={day} isNarrowed={day !== today} locale={locale} />
      {all.entries === 0 ? (
        <EmptyState title={t('counts.noEntries')} reason={t('counts.noEntriesReason')} />
      ) : (
        <>
          <Section id="streets" title={t('blind.streets')} className="mt-2">
            <BlindTable {...shared} rows={streets} by="street" caption={t('blind.streets')} />
          </Section>
          <Section id="bureaus" title={t('blind.bureaus')}>
            <BlindTable {...shared} rows={bureaus} by="bureau" caption={t('blind.bureaus')} />
          </Section>
        </>
      )}
    </>
  );
}
