import type { Metadata } from 'next';
import { choiceIn, choiceQuery, RegisterAddress } from '@/app/(desk)/monitoring/registers/address';
import { CrossCounts } from '@/app/(desk)/monitoring/registers/cross-counts';
import { DayFilter } from '@/app/(desk)/monitoring/registers/day-filter';
import { RegisterHead } from '@/app/(desk)/monitoring/registers/register-head';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { Section } from '@/app/ui/shell/section';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterSelect } from '@/app/ui/tables/filter-bar';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Named } from '@/lib/i18n/words';
import { crossTable } from '@/lib/monitoring/registers/counts/cross-table';
import { countCells } from '@/lib/monitoring/registers/counts/queries';
import { unitsInRegister } from '@/lib/monitoring/registers/list/queries';
import type { EntryChoice } from '@/lib/monitoring/registers/list/words';
import { nothing } from '@/lib/monitoring/registers/words';
import { paths, withQuery } from '@/lib/paths';

type Props = PageProps<'/monitoring/registers/[code]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { code }] = await Promise.all([currentLocale(), params]);
  const name = nameOf(await shownRegister(code), locale);
  return { title: translator(locale, 'registers')('counts.pageTitle', { name }) };
}

/** The counts of a register on a day: fields by grades, of all streets or one, and streets by grades. */
export default async function CountsPage({ params, searchParams }: Props) {
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
  const { day, street } = choiceIn(asked, today);
  const [cells, { streets }] = await Promise.all([
    countCells(principal, code, day),
    unitsInRegister(principal, code, day),
  ]);
  const t = translator(locale, 'registers');
  const used = (of: 'field' | 'grade' | 'street', codes: readonly string[]) => [
    ...codes,
    ...(cells.some((cell) => cell[of] === '') ? [''] : []),
  ];
  const grades = used(
    'grade',
    lists.grades.map((one) => one.code),
  );
  const columns = grades.map((one) => ({ code: one, named: lists.grades.find((grade) => grade.code === one) }));
  const ofStreet = cells.filter((cell) => street === '' || cell.street === (street === nothing ? '' : street));
  const shared = { column: 'grade', columns: grades } as const;
  const fields = used(
    'field',
    lists.fields.map((one) => one.code),
  );
  const byField = crossTable(ofStreet, { row: 'field', rows: fields, ...shared });
  const byStreet = crossTable(cells, {
    row: 'street',
    rows: used(
      'street',
      streets.map((one) => one.code),
    ),
    ...shared,
  });
  const written = (one: string | undefined) => (one === undefined ? '' : one || nothing);
  const listOf = (more: Partial<EntryChoice>) =>
    withQuery(paths.registerEntries(code), choiceQuery({ day, ...more }, today));
  const find = (list: readonly Named[]) => (one: string) => list.find((item) => item.code === one);
  return (
    <>
      <RegisterHead
        {...{ register, principal, day, today, locale, at: 'counts' }}
        title={t('counts.pageTitle', { name: nameOf(register, locale) })}
        lead={t('counts.lead', { day })}
        actions={
          <FileLinks
            path={paths.registerFile}
            choice={{ register: code, what: 'counts', day }}
            words={{ csv: t('csv'), xlsx: t('download') }}
          />
        }
      />
      {asked.done === 'saved' && <Notice>{t('form.saved')}</Notice>}
      {asked.done === 'imported' && (
        <Notice>{t('import.writtenTitle', { created: asked.created, changed: asked.changed })}</Notice>
      )}
      <DayFilter action={paths.register(code)} day={day} isNarrowed={street !== '' || day !== today} locale={locale}>
        <FilterSelect
          label={t('filters.street')}
          name="street"
          value={street}
          options={[
            { value: '', label: t('filters.all') },
            ...streets.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
            ...(cells.some((cell) => cell.street === '') ? [{ value: nothing, label: t('none') }] : []),
          ]}
        />
      </DayFilter>
      {cells.length === 0 ? (
        <EmptyState title={t('counts.noEntries')} reason={t('counts.noEntriesReason')} />
      ) : (
        <>
          <Section id="fields" title={t('counts.byField')} className="mt-2">
            <CrossCounts
              table={byField}
              caption={t('counts.byField')}
              rowHead={t('columns.field')}
              rowOf={find(lists.fields)}
              columns={columns}
              hrefOf={(row, column) => listOf({ street, field: written(row), grade: written(column) })}
              locale={locale}
            />
          </Section>
          <Section id="streets" title={t('counts.byStreet')}>
            <CrossCounts
              table={byStreet}
              caption={t('counts.byStreet')}
              rowHead={t('columns.street')}
              rowOf={find(streets)}
              columns={columns}
              hrefOf={(row, column) => listOf({ street: written(row), grade: written(column) })}
              locale={locale}
            />
          </Section>
        </>
      )}
    </>
  );
}
