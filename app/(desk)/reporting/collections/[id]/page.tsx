import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { Countdown } from '@/app/ui/reporting/countdown';
import { StateBar } from '@/app/ui/reporting/progress-bar';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may, maySee } from '@/lib/access/permissions';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { instructionFiles } from '@/lib/reporting/attachments/queries';
import { pendingExtensions } from '@/lib/reporting/collections/exceptions/queries';
import {
  blankFigures,
  collectionDetail,
  collectionHistory,
  collectionItems,
  missingPeople,
  pendingRequests,
  unitProgress,
} from '@/lib/reporting/collections/progress/queries';
import { unitFilters, unitSorts } from '@/lib/reporting/collections/progress/words';
import { contactsOf } from '@/lib/reporting/contacts/queries';
import { submissionStates } from '@/lib/reporting/words';
import { AboutCollection } from './about-collection';
import { HistoryTable } from './history-table';
import { Measure } from './measure';
import { Missing } from './missing';
import { MoreTime } from './more-time';
import { Requests } from './requests';
import { UnitSection } from './unit-section';

const longestHistory = 60;
const dones = ['open', 'edit', 'close', 'remind', 'extend', 'refuseMore', 'decide'] as const;
const Choice = z.object({
  show: z.enum(unitFilters).optional().catch(undefined),
  sort: z.enum(unitSorts).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).catch('desc'),
  do: z.enum(['extend', 'close', 'refuseMore', 'decide']).optional().catch(undefined),
  unit: z.string().max(64).optional().catch(undefined),
  number: z.string().max(9).optional().catch(undefined),
  done: z.enum(dones).optional().catch(undefined),
  count: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .catch(0),
});
export type CollectionChoice = z.infer<typeof Choice>;

export async function generateMetadata({ params }: PageProps<'/reporting/collections/[id]'>): Promise<Metadata> {
  const one = await collectionDetail(await principalFor('collections'), (await params).id);
  return { title: one?.title ?? translator(await currentLocale(), 'collections')('title') };
}

/** One collection: the progress of each unit, pending requests, items, and history. */
export default async function CollectionPage({ params, searchParams }: PageProps<'/reporting/collections/[id]'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('collections')]);
  const { id } = await params;
  const choice = Choice.parse(await searchParams);
  const now = new Date();
  const one = await collectionDetail(principal, id);
  if (!one) notFound();
  const [units, items, requests, extensions, history, files, missing, blanks] = await Promise.all([
    unitProgress(principal, id, now),
    collectionItems(principal, id),
    pendingRequests(principal, id),
    pendingExtensions(principal, id),
    collectionHistory(principal, id, longestHistory),
    instructionFiles(principal, id),
    missingPeople(principal, one),
    blankFigures(principal, id),
  ]);
  const contacts = await contactsOf(
    principal,
    units.map(({ code }) => code),
  );
  const t = translator(locale, 'collections');
  const mayManage = may(principal.role, 'collection.edit');
  const isOpen = one.state === 'open';
  const path = paths.collection(id);
  const counts = Object.fromEntries(
    submissionStates.map((state) => [state, units.filter((unit) => unit.state === state).length]),
  ) as Record<(typeof submissionStates)[number], number>;
  const mayRead = maySee(principal.role, 'readReturns');
  const shown = {
    one,
    units,
    choice,
    now,
    path,
    mayManage,
    mayRead,
    blanks,
    contacts,
    locale,
  };
  return (
    <>
      <PageHeader
        title={one.title}
        breadcrumb={[{ label: t('title'), href: paths.collections }]}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={isOpen ? 'sea' : 'plain'}>{t(`states.${one.state}`)}</Badge>
            {one.isDemonstration && <DemonstrationTag locale={locale} />}
            <span>{writtenPeriod(one.periodCode, locale)}</span>
            <span>
              {t('due')} {writtenMoment(one.dueAt)}
            </span>
            {isOpen && one.opensAt <= now && <Countdown to={one.dueAt} now={now} locale={locale} />}
          </span>
        }
        actions={
          <>
            {mayManage && isOpen && (
              <a href={paths.collectionTerms(id)} className={buttonLook('outline')}>
                {t('detail.edit')}
              </a>
            )}
            {mayManage && (
              <a href={withQuery(paths.newCollection, { from: id })} className={buttonLook('outline')}>
                {t('detail.copy')}
              </a>
            )}
            {(['xlsx', 'csv'] as const).map((format) => (
              <a key={format} href={withQuery(paths.collectionFile(id), { format })} className={buttonLook('outline')}>
                {t(`detail.${format}`)}
              </a>
            ))}
            {mayManage && isOpen && (
              <a href={withQuery(path, { do: 'close' }, 'measure')} className={buttonLook('danger')}>
                {t('detail.close')}
              </a>
            )}
          </>
        }
      />
      {choice.done && <Notice>{t(`done.${choice.done}`, { count: choice.count })}</Notice>}
      {!isOpen && (
        <Notice tone="warn">
          {t('detail.closed', { reason: one.closedReason })} {t('detail.closedWhat')}
        </Notice>
      )}
      {mayManage && isOpen && <Missing missing={missing} locale={locale} />}
      {mayManage && <Measure {...shown} requests={requests} extensions={extensions} />}
      <StateBar counts={counts} locale={locale} />
      {requests.length > 0 && <Requests {...shown} requests={requests} items={items} />}
      {extensions.length > 0 && <MoreTime {...shown} extensions={extensions} />}
      <UnitSection {...shown} />
      <AboutCollection
        one={one}
        items={items}
        files={files}
        units={units.length}
        mayManage={mayManage}
        locale={locale}
      />
      <Section
        title={t('history.title')}
        id="history"
        {...(history.length > 0 && { note: t('history.note', { count: history.length }) })}
      >
        <HistoryTable history={history} locale={locale} />
      </Section>
    </>
  );
}
