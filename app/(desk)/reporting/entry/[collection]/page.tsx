import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { DemonstrationTag, StateTag, TimelinessTag } from '@/app/ui/reporting/state-tag';
import { PageHeader } from '@/app/ui/shell/page-header';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { roomsFor, translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { ownExtension } from '@/lib/reporting/collections/exceptions/queries';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { findingTemplates } from '@/lib/reporting/rules/written-finding';
import { writableStates } from '@/lib/reporting/words';
import { EntryGrid } from './entry-grid';
import { ExtensionForm } from './extension-form';
import { firstToFill } from './first-to-fill';
import { FocusOfAddress } from './focus-of-address';
import { ReopenForm } from './reopen-form';
import { ReturnFacts } from './return-facts';
import { ReturnNotices } from './return-notices';
import { WithdrawForm } from './withdraw-form';

const Count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .optional()
  .catch(undefined);
const Told = z.object({
  saved: Count,
  /** The number of figures of the submission. */
  submitted: Count,
  withdrawn: z.literal('1').optional().catch(undefined),
  asked: z.literal('1').optional().catch(undefined),
  /** The figure to be chosen in the request to reopen. */
  reopen: z.string().max(140).catch(''),
});
export type Told = z.infer<typeof Told>;

/** Cached, since the page and its title both need it. */
const formOf = cache(async (id: string) => entryForm(await principalFor('entry'), addressPart(id), new Date()));

export async function generateMetadata({ params }: PageProps<'/reporting/entry/[collection]'>): Promise<Metadata> {
  const form = await formOf((await params).collection);
  return form ? { title: form.head.title } : {};
}

/** The form in which a reporter fills in the own unit's figures of a collection. */
export default async function EntryPage({ params, searchParams }: PageProps<'/reporting/entry/[collection]'>) {
  const [{ collection }, locale, told] = await Promise.all([params, currentLocale(), searchParams]);
  const form = await formOf(collection);
  if (!form) notFound();
  const { head, figures } = form;
  const shown = Told.parse(told);
  const extension = await ownExtension(await principalFor('entry'), head.collectionId);
  const t = translator(locale, 'entry');
  const period = writtenPeriod(head.periodCode, locale);
  const unit = nameOf(head.unit, locale);
  const canSubmit = figures.some(
    ({ state, canWrite }) => canWrite && (state === null || writableStates.includes(state)),
  );
  const withdrawable = figures.filter(({ canWithdraw }) => canWithdraw).length;
  return (
    <>
      <PageHeader
        title={
          <>
            {head.title} <span className="text-base font-normal text-ink-2">{period}</span>
          </>
        }
        breadcrumb={[{ label: t('tasksTitle'), href: paths.tasks }]}
        subtitle={
          <span className="flex flex-wrap items-center gap-2">
            {unit} <StateTag state={head.state} locale={locale} />
            <TimelinessTag timeliness={head.timeliness} locale={locale} />
            {head.isDemonstration && <DemonstrationTag locale={locale} />}
          </span>
        }
        actions={
          <>
            {canSubmit && (
              <a
                href={withQuery(paths.figuresImport, { collection: head.collectionId })}
                className={buttonLook('outline')}
              >
                {t('import')}
              </a>
            )}
            <a href={paths.entryPrint(head.collectionId)} className={buttonLook('outline')}>
              {t('print')}
            </a>
            <a
              href={withQuery(paths.entryPrint(head.collectionId), { values: 'blank' })}
              className={buttonLook('quiet')}
            >
              {t('printBlank')}
            </a>
          </>
        }
      />
      <ReturnNotices head={head} told={shown} extension={extension.last} canWrite={canSubmit} locale={locale} />
      <ReturnFacts head={head} locale={locale} />
      {withdrawable > 0 && (
        <WithdrawForm
          collectionId={head.collectionId}
          unitCode={head.unit.code}
          version={head.version}
          count={withdrawable}
          locale={locale}
        />
      )}
      {head.submitted > 0 && head.reviewBegan && <Notice>{t('reviewNotice')}</Notice>}
      <EntryGrid
        collectionId={head.collectionId}
        unitCode={head.unit.code}
        caption={t('caption', { title: head.title, unit, period })}
        figures={figures}
        known={form.known}
        rules={form.rules}
        savedAt={head.savedAt && writtenMoment(head.savedAt)}
        submitHref={canSubmit ? paths.entrySubmission(head.collectionId) : null}
        rooms={roomsFor(locale, 'entry', 'reporting', 'figures')}
        templates={findingTemplates(locale)}
        locale={locale}
      />
      <ReopenForm head={head} figures={figures} chosen={shown.reopen} locale={locale} />
      {extension.mayAsk && <ExtensionForm head={head} locale={locale} />}
      <FocusOfAddress first={firstToFill(figures, new Map())} />
    </>
  );
}
