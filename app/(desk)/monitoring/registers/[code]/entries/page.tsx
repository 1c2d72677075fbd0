import type { Metadata } from 'next';
import { choiceIn, choiceQuery, RegisterAddress } from '@/app/(desk)/monitoring/registers/address';
import { DayFilter } from '@/app/(desk)/monitoring/registers/day-filter';
import { EntryTable } from '@/app/(desk)/monitoring/registers/entry-table';
import { RegisterHead } from '@/app/(desk)/monitoring/registers/register-head';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterSelect } from '@/app/ui/tables/filter-bar';
import { FilterField } from '@/app/ui/tables/filter-field';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Named } from '@/lib/i18n/words';
import { keptSpots } from '@/lib/monitoring/registers/blind/kept-spots';
import { entryPage, unitsInRegister } from '@/lib/monitoring/registers/list/queries';
import { nothing } from '@/lib/monitoring/registers/words';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

type Props = PageProps<'/monitoring/registers/[code]/entries'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { code }] = await Promise.all([currentLocale(), params]);
  const name = nameOf(await shownRegister(code), locale);
  return { title: translator(locale, 'registers')('list.pageTitle', { name }) };
}

/** The entries of a register on a day, narrowed by what they say. */
export default async function EntriesPage({ params, searchParams }: Props) {
  const [locale, principal, path, query] = await Promise.all([
    currentLocale(),
    principalFor('registers'),
    params,
    searchParams,
  ]);
  const register = await shownRegister(path.code);
  const { code, lists } = register;
  const today = todayOf({ now: new Date() });
  const asked = RegisterAddress.parse(query);
  const choice = choiceIn(asked, today);
  const { day } = choice;
  const [{ lines, total, page }, { streets, bureaus }] = await Promise.all([
    entryPage(principal, register, choice, asked.page),
    unitsInRegister(principal, code, day),
  ]);
  const t = translator(locale, 'registers');
  const chosen = choiceQuery(choice, today);
  const options = (items: readonly Named[]) => [
    { value: '', label: t('filters.all') },
    ...items.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
    { value: nothing, label: t('none') },
  ];
  const selects = [
    ['field', lists.fields],
    ['grade', lists.grades],
    ['bureau', bureaus],
    ['street', streets],
    ['group', lists.groups],
  ] as const;
  return (
    <>
      <RegisterHead
        {...{ register, principal, day, today, locale, at: 'entries' }}
        title={t('list.pageTitle', { name: nameOf(register, locale) })}
        lead={t('list.lead', { day, total })}
        actions={
          <FileLinks
            path={paths.registerFile}
            choice={{ register: code, what: 'entries', ...chosen }}
            words={{ csv: t('csv'), xlsx: t('download') }}
          />
        }
      />
      <DayFilter
        action={paths.registerEntries(code)}
        day={day}
        isNarrowed={Object.keys(chosen).length > 0}
        locale={locale}
      >
        {selects
          .filter(([, items]) => items.length > 0)
          .map(([name, items]) => (
            <FilterSelect
              key={name}
              label={t(`filters.${name}`)}
              name={name}
              value={choice[name]}
              options={options(items)}
            />
          ))}
        <FilterSelect
          label={t('filters.blind')}
          name="blind"
          value={choice.blind}
          options={[
            { value: '', label: t('filters.all') },
            ...keptSpots(register).map((spot) => ({ value: spot, label: t(`blind.spotNames.${spot}`) })),
          ]}
        />
        <FilterField name="q" label={t('filters.text')} value={choice.text} />
      </DayFilter>
      {lines.length === 0 ? (
        <EmptyState title={t('list.nothing')} reason={t('list.nothingReason')} />
      ) : (
        <>
          <EntryTable
            register={register}
            lines={lines}
            hrefOf={(identifier) => withQuery(paths.registerEntry(code, identifier), choiceQuery({ day }, today))}
            locale={locale}
          />
          <Pager
            page={page}
            pages={pagesOf(total)}
            hrefOf={pageAddress(paths.registerEntries(code), chosen)}
            whole={t('download')}
            locale={locale}
          />
        </>
      )}
    </>
  );
}
