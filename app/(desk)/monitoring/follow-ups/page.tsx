import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { may, maySee } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { sentences } from '@/lib/i18n/sentences';
import { translator } from '@/lib/i18n/translator';
import { followUpBoard, followUpList, unitsOfFollowUps } from '@/lib/monitoring/follow-ups/list/queries';
import { dueChoices, stateChoices } from '@/lib/monitoring/follow-ups/list/words';
import { waitingRemarks } from '@/lib/monitoring/follow-ups/remarks/queries';
import { followUpStates, originKinds } from '@/lib/monitoring/follow-ups/words';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { FollowUpAddress } from './address';
import { Board } from './board';
import { FollowUpTable } from './follow-up-table';
import { RemarkList } from './remark-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'followUps')('title') };
}

/** The follow-ups that the reader sees, as a list or by their states. */
export default async function FollowUpsPage({ searchParams }: PageProps<'/monitoring/follow-ups'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('followUps'), searchParams]);
  const { page: asked, view, done, ...choice } = FollowUpAddress.parse(query);
  const today = todayOf({ now: new Date() });
  const isBoard = view === 'board';
  const [list, board, units, remarks] = await Promise.all([
    isBoard ? null : followUpList(principal, choice, { page: asked, today }),
    isBoard ? followUpBoard(principal, choice, today) : null,
    unitsOfFollowUps(principal),
    waitingRemarks(principal),
  ]);
  const t = translator(locale, 'followUps');
  const { lines, page } = list ?? { lines: [], page: 1 };
  const total = list?.total ?? Object.values(board?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const seesAll = maySee(principal.role, 'allFollowUps');
  const address = { ...choice, view: isBoard ? view : '' };
  const isNarrowed = Object.values(choice).some((value) => value !== '');
  const any = { value: '', label: t('filters.all') };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={sentences([t('lead'), t('counts', { total })], locale)}
        actions={
          <>
            <FileLinks path={paths.followUpsFile} choice={choice} words={{ csv: t('csv'), xlsx: t('download') }} />
            <PrintButton label={t('print')} tone="outline" />
            {may(principal.role, 'followUp.raise') && (
              <a href={paths.newFollowUp} className={buttonLook('primary')}>
                {t('raise')}
              </a>
            )}
          </>
        }
      />
      {done && <Notice>{t('remarks.answeredNow')}</Notice>}
      <FilterBar
        action={paths.followUps}
        keep={{ view: address.view }}
        {...(isNarrowed && { resetHref: withQuery(paths.followUps, { view: address.view }) })}
      >
        {(seesAll || units.length > 1) && (
          <FilterSelect
            label={t('filters.unit')}
            name="unit"
            value={choice.unit}
            options={[any, ...units.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
          />
        )}
        <FilterSelect
          label={t('filters.state')}
          name="state"
          value={choice.state}
          options={[
            any,
            ...stateChoices.map((value) => ({ value, label: t(`filters.${value}`) })),
            ...followUpStates
              .filter((value) => seesAll || value !== 'raised')
              .map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
        <FilterSelect
          label={t('filters.due')}
          name="due"
          value={choice.due}
          options={[
            { value: '', label: t('filters.anyDue') },
            ...dueChoices.map((value) => ({ value, label: t(`filters.${value}`) })),
          ]}
        />
        <FilterSelect
          label={t('filters.origin')}
          name="origin"
          value={choice.origin}
          options={[any, ...originKinds.map((value) => ({ value, label: t(`origins.${value}`) }))]}
        />
        <FilterTabs
          label={t('views.label')}
          options={(['table', 'board'] as const).map((one) => ({
            label: t(`views.${one}`),
            href: withQuery(paths.followUps, { ...choice, view: one === 'board' ? one : '' }),
            current: (one === 'board') === isBoard,
          }))}
        />
      </FilterBar>
      {board ? (
        <Board
          {...board}
          caption={t('title')}
          hrefOf={(state) => withQuery(paths.followUps, { ...choice, state })}
          today={today}
          showsRaised={seesAll}
          locale={locale}
        />
      ) : lines.length === 0 ? (
        <EmptyState title={t('none')} reason={t(seesAll || isNarrowed ? 'noneReason' : 'noneUnit')} />
      ) : (
        <>
          <FollowUpTable lines={lines} caption={t('title')} today={today} own={principal.unitCode} locale={locale} />
          <Pager
            page={page}
            pages={pagesOf(total)}
            hrefOf={pageAddress(paths.followUps, choice)}
            whole={t('download')}
            locale={locale}
          />
        </>
      )}
      {remarks.length > 0 && <RemarkList remarks={remarks} mayRaise locale={locale} />}
    </>
  );
}
