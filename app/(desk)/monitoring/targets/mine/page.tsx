import type { Metadata } from 'next';
import * as z from 'zod';
import { YearInAddress } from '@/app/(desk)/monitoring/targets/address';
import { lastText, shortGrowth } from '@/app/(desk)/monitoring/targets/grid/short-growth';
import { growthsText } from '@/app/(desk)/monitoring/targets/growth-text';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { type OwnTarget, ownTargets } from '@/lib/monitoring/targets/own/queries';
import { askedGrowth } from '@/lib/monitoring/targets/propose';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';
import { paths } from '@/lib/paths';
import { AnswerAll, AnswerOne } from './answers';

const Address = z.object({
  year: YearInAddress,
  answered: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional()
    .catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'targets')('mine.title') };
}

/** The targets that were issued to the own unit, to be confirmed or disputed. */
export default async function OwnTargetsPage({ searchParams }: PageProps<'/monitoring/targets/mine'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('ownTargets'), searchParams]);
  const asked = Address.parse(query);
  const own = await ownTargets(principal, asked.year ?? null);
  const t = translator(locale, 'targets');
  if (!own || own.years.length === 0) {
    return (
      <>
        <PageHeader title={t('mine.title')} />
        <EmptyState title={t('mine.none')} reason={t('mine.noneReason')} />
      </>
    );
  }
  const f = translator(locale, 'figures');
  const { unit, year, years, targets } = own;
  const open = targets.filter(({ answer }) => answer === 'none');
  return (
    <>
      <PageHeader
        title={t('mine.titleOf', { unit: nameOf(unit, locale), year: `${year}` })}
        subtitle={t('mine.lead', { count: targets.length, open: open.length })}
      />
      {asked.answered && <Notice>{t('done.answered', { count: Number(asked.answered) })}</Notice>}
      <FilterBar action={paths.ownTargets}>
        <FilterSelect
          label={t('year')}
          name="year"
          value={`${year}`}
          options={[...new Set([year, ...years])].map((one) => ({
            value: `${one}`,
            label: t('yearName', { year: `${one}` }),
          }))}
        />
      </FilterBar>
      {open.length > 1 && <AnswerAll unit={unit.code} year={year} targets={open} locale={locale} />}
      <DataTable<OwnTarget>
        caption={t('mine.title')}
        rows={targets}
        rowKey={({ indicator }) => indicator.code}
        empty={<EmptyState title={t('mine.noneIn')} reason={t('mine.noneReason')} />}
        detail={(one) => <AnswerOne unit={unit.code} year={year} target={one} locale={locale} />}
        columns={[
          {
            key: 'indicator',
            header: t('columns.indicator'),
            cell: ({ indicator }) => (
              <a href={paths.target(indicator.code, unit.code, year)}>
                {nameOf(indicator, locale)} <span className="text-ink-2">{unitOf(indicator, locale)}</span>
              </a>
            ),
          },
          {
            key: 'last',
            header: t('cell.last', { year: `${year - 1}` }),
            align: 'end',
            cell: ({ course }) => lastText(course, t, f),
          },
          {
            key: 'base',
            header: t('fields.base'),
            align: 'end',
            cell: ({ base, indicator }) => <b>{writtenTarget(base, indicator)}</b>,
          },
          {
            key: 'stretch',
            header: t('fields.stretch'),
            align: 'end',
            cell: ({ stretch, indicator }) => writtenTarget(stretch, indicator),
          },
          {
            key: 'asks',
            header: t('columns.asks'),
            align: 'end',
            cell: ({ indicator, base, course }) => shortGrowth(askedGrowth(indicator.measure, base, course), t, f),
          },
          {
            key: 'growths',
            header: t('columns.growths'),
            cell: ({ indicator, course }) => growthsText(indicator, course, locale),
          },
          { key: 'note', header: t('note'), cell: ({ note }) => <span className="break-words">{note}</span> },
          { key: 'state', header: t('columns.state'), cell: ({ answer }) => t(`answers.${answer}`) },
        ]}
      />
    </>
  );
}
