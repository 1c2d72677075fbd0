import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DoneStep } from '@/app/(desk)/assessment/appeals/address';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Evidence } from '@/app/ui/forms/evidence';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import { appealView } from '@/lib/assessment/appeals/page/queries';
import { isTakenIn } from '@/lib/assessment/appeals/steps';
import { endStates } from '@/lib/assessment/appeals/words';
import { writtenResult } from '@/lib/assessment/appeals/written';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { AppealFacts } from './appeal-facts';
import { OfficeSteps } from './office-steps';
import { StepHistory } from './step-history';
import { UnitSteps } from './unit-steps';

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) => appealView(await principalFor('appeals'), addressPart(id)));

type Props = PageProps<'/assessment/appeals/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, currentLocale()]);
  const view = await viewOf(id);
  return view ? { title: translator(locale, 'appeals')('pageTitle', { unit: nameOf(view.named, locale) }) } : {};
}

/** An appeal: what it says, how far it is, what the reader may do next, and its whole history. */
export default async function AppealPage({ params, searchParams }: Props) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('appeals'),
  ]);
  const view = await viewOf(id);
  if (!view) notFound();
  const t = translator(locale, 'appeals');
  const done = DoneStep.parse(query.done);
  const isOwner = principal.unitCode === view.unit;
  const isOffice = maySee(principal.role, 'manageAppeals');
  const isEnded = (endStates as readonly string[]).includes(view.state);
  const steps = { view, userId: principal.userId, today: todayOf({ now: new Date() }), locale };
  return (
    <>
      <PageHeader
        title={t('pageTitle', { unit: nameOf(view.named, locale) })}
        subtitle={writtenResult(view.result, locale)}
        breadcrumb={[{ label: t('title'), href: paths.appeals }]}
        actions={<PrintButton label={t('print')} tone="outline" />}
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <AppealFacts view={view} principal={principal} locale={locale} />
      {!isEnded && (isOffice || isOwner) && (
        <div data-chrome>
          <Section id="next" title={t('page.next')}>
            {isOffice ? <OfficeSteps {...steps} /> : <UnitSteps {...steps} />}
          </Section>
        </div>
      )}
      <Evidence
        files={view.files}
        hrefOf={(sha256) => paths.appealFile(view.id, sha256)}
        upload={
          isOwner && isTakenIn(view.state, 'attach')
            ? { action: paths.uploadAppeal, hidden: { id: view.id, version: `${view.version}`, unit: view.unit } }
            : null
        }
        locale={locale}
      />
      <Section id="history" title={t('page.history')} note={t('page.historyNote')}>
        <StepHistory history={view.history} caption={t('page.history')} locale={locale} />
      </Section>
    </>
  );
}
