import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import {
  gapCounts,
  itemsWithoutBody,
  unitsWithoutGroup,
  unitsWithoutScheme,
} from '@/lib/catalogue/assessed-all/queries';
import { gapKinds } from '@/lib/catalogue/assessed-all/words';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { ItemGaps, UnitGaps } from './gap-tables';

/** The years that may be asked for: this one and some before. */
const years = 6;

const Choice = z.object({
  tab: z.enum(gapKinds).catch('noGroup'),
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'assessedAll')('title') };
}

/** 应考尽考: units in no sequence, units that no scheme covers in a year, and items for which nobody is responsible. */
export default async function AssessedAllPage({ searchParams }: PageProps<'/catalogue/coverage'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageUnits')]);
  const asked = Choice.parse(await searchParams);
  const { tab, page } = asked;
  const today = todayOf({ now: new Date() });
  const thisYear = Number(today.slice(0, 4));
  const year = asked.year ?? thisYear;
  const t = translator(locale, 'assessedAll');
  const counts = await gapCounts(principal, { year, today });
  const units =
    tab === 'noGroup'
      ? await unitsWithoutGroup(principal, { today, page })
      : tab === 'noScheme'
        ? await unitsWithoutScheme(principal, { year, today, page })
        : null;
  const items = units === null ? await itemsWithoutBody(principal, { page }) : null;
  const found = units ?? items ?? { total: 0, page: 1 };
  const chosen = { tab, ...(asked.year !== undefined && { year: `${year}` }) };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        breadcrumb={[{ label: translator(locale, 'groups')('title'), href: paths.sequences }]}
      />
      <div className="mb-4">
        <FilterTabs
          label={t('title')}
          options={gapKinds.map((kind) => ({
            label: `${t(kind)} ${counts[kind]}`,
            href: withQuery(paths.assessedAll, { ...chosen, tab: kind }),
            current: kind === tab,
          }))}
        />
      </div>
      {tab === 'noScheme' && (
        <FilterBar action={paths.assessedAll} resetHref={withQuery(paths.assessedAll, { tab })} keep={{ tab }}>
          <FilterSelect
            label={t('year')}
            name="year"
            value={`${year}`}
            options={Array.from({ length: years }, (_, at) => `${thisYear - at}`).map((one) => ({
              value: one,
              label: t('yearOf', { year: one }),
            }))}
          />
        </FilterBar>
      )}
      <p className="mb-3 text-table text-ink-2">{t(`${tab}Note`, { year: `${year}` })}</p>
      {units && <UnitGaps units={units.rows} caption={t(tab)} locale={locale} />}
      {items && <ItemGaps items={items.rows} locale={locale} />}
      <Pager
        page={found.page}
        pages={pagesOf(found.total)}
        hrefOf={pageAddress(paths.assessedAll, chosen)}
        locale={locale}
      />
    </>
  );
}
