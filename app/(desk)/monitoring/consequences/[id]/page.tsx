import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DoneStep } from '@/app/(desk)/monitoring/consequences/address';
import { DraftLink } from '@/app/(desk)/publishing/bulletins/draft-link';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may, maySee } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { consequenceView } from '@/lib/monitoring/consequences/page/queries';
import { isTakenIn } from '@/lib/monitoring/consequences/steps';
import { toldStates } from '@/lib/monitoring/consequences/words';
import { writtenMeasure } from '@/lib/monitoring/consequences/written';
import { paths, withQuery } from '@/lib/paths';
import { ConsequenceFacts } from './consequence-facts';
import { followUpQuery } from './follow-up-query';
import { OfficeSteps } from './office-steps';
import { StepHistory } from './step-history';

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) => consequenceView(await principalFor('consequences'), addressPart(id)));

type Props = PageProps<'/monitoring/consequences/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, locale] = await Promise.all([viewOf((await params).id), currentLocale()]);
  return view ? { title: `${writtenMeasure(view, locale)} · ${nameOf(view.unit, locale)}` } : {};
}

/** A consequence: what met which rule, what the office may do next, and what was done. */
export default async function ConsequencePage({ params, searchParams }: Props) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('consequences'),
  ]);
  const view = await viewOf(id);
  if (!view) notFound();
  const t = translator(locale, 'consequences');
  const done = DoneStep.parse(query.done);
  const raise = followUpQuery(view);
  const changed = { lamps: 'replacedLamps', runs: 'replacedRuns', followUp: 'replacedFollowUp' } as const;
  const isOpen = isTakenIn(view.state, 'confirm') || isTakenIn(view.state, 'enter');
  const told: readonly string[] = toldStates;
  return (
    <>
      <PageHeader
        title={writtenMeasure(view, locale)}
        subtitle={markedName(view.unit, locale)}
        breadcrumb={[{ label: t('title'), href: paths.consequences }]}
        actions={
          <>
            {raise && isOpen && may(principal.role, 'followUp.raise') && (
              <a href={withQuery(paths.newFollowUp, raise)} className={buttonLook('outline')}>
                {t('page.followUp')}
              </a>
            )}
            {view.measure === 'reminderLetter' && told.includes(view.state) && (
              <DraftLink principal={principal} on={{ kind: 'reminder', consequence: view.id }} locale={locale} />
            )}
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      {view.isReplaced && (
        <p className="mb-4 max-w-3xl border-l-2 border-gold pl-3">
          {t('page.replaced', { what: t(`page.${changed[view.basis.kind]}`) })}
        </p>
      )}
      <ConsequenceFacts view={view} seesRules={maySee(principal.role, 'consequenceRules')} locale={locale} />
      {maySee(principal.role, 'manageConsequences') && isOpen && (
        <div data-chrome>
          <Section id="next" title={t('page.next')}>
            <OfficeSteps view={view} today={todayOf({ now: new Date() })} locale={locale} />
          </Section>
        </div>
      )}
      <Section id="history" title={t('page.history')} note={t('page.historyNote')}>
        <StepHistory history={view.history} caption={t('page.history')} locale={locale} />
      </Section>
    </>
  );
}
