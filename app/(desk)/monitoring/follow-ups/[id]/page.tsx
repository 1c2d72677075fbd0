import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DoneStep } from '@/app/(desk)/monitoring/follow-ups/address';
import { RemarkHere } from '@/app/(desk)/monitoring/follow-ups/remark-here';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Evidence } from '@/app/ui/forms/evidence';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { followUpView } from '@/lib/monitoring/follow-ups/page/queries';
import { isTakenIn } from '@/lib/monitoring/follow-ups/steps';
import { endStates } from '@/lib/monitoring/follow-ups/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';
import { FollowUpFacts } from './follow-up-facts';
import { OfficeSteps } from './office-steps';
import { StepHistory } from './step-history';
import { UnitSteps } from './unit-steps';

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) => followUpView(await principalFor('followUps'), addressPart(id)));

type Props = PageProps<'/monitoring/follow-ups/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await viewOf((await params).id);
  return view ? { title: view.title } : {};
}

/** A follow-up: what it asks, how far it is, what the reader may do next, and its whole history. */
export default async function FollowUpPage({ params, searchParams }: Props) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('followUps'),
  ]);
  const view = await viewOf(id);
  if (!view) notFound();
  const t = translator(locale, 'followUps');
  const done = DoneStep.parse(query.done);
  const today = todayOf({ now: new Date() });
  const isOffice = maySee(principal.role, 'manageFollowUps');
  const isOwner = principal.unitCode === view.unit;
  const isAssisting = !isOwner && principal.unitCode !== null;
  const isEnded = (endStates as readonly string[]).includes(view.state);
  const [units, indicators] = isOffice
    ? await Promise.all([activeUnits(principal, today), indicatorChoices()])
    : [[], []];
  return (
    <>
      <PageHeader
        title={view.title}
        subtitle={writtenNumber(view.id, locale)}
        breadcrumb={[{ label: t('title'), href: paths.followUps }]}
        actions={<PrintButton label={t('print')} tone="outline" />}
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <FollowUpFacts view={view} today={today} locale={locale} />
      {view.state === 'dropped' && <p className="mt-4 border-l-2 border-gold pl-3">{t('page.dropped')}</p>}
      {view.extension && (
        <p className="mt-4 border-l-2 border-gold pl-3 whitespace-pre-line">
          {marked(
            t('page.extension', { name: view.askedBy, until: view.extension.until, reason: view.extension.reason }),
            locale,
          )}
        </p>
      )}
      {!isEnded && (isOffice || isOwner || isAssisting) && (
        <div data-chrome>
          <Section id="next" title={t('page.next')}>
            {isOffice ? (
              <OfficeSteps {...{ view, units, indicators, today, locale }} userId={principal.userId} />
            ) : isOwner ? (
              <UnitSteps view={view} locale={locale} />
            ) : (
              <p className="text-ink-2">{t('page.assistingOnly')}</p>
            )}
          </Section>
        </div>
      )}
      {!isEnded && (
        <RemarkHere
          principal={principal}
          id="remark"
          on={{ followUp: view }}
          what={writtenNumber(view.id, locale)}
          locale={locale}
        />
      )}
      <Section id="measures" title={t('page.measures')}>
        <p className={view.measures === '' ? 'text-ink-2' : 'whitespace-pre-line'}>
          {view.measures === '' ? t('page.noMeasures') : marked(view.measures, locale)}
        </p>
      </Section>
      <Evidence
        files={view.files}
        hrefOf={(sha256) => paths.evidenceFile(view.id, sha256)}
        upload={
          isOwner && isTakenIn(view.state, 'attach')
            ? {
                action: paths.uploadEvidence,
                hidden: { id: view.id, version: `${view.version}`, unit: view.unit },
              }
            : null
        }
        locale={locale}
      />
      <Section id="history" title={t('page.history')} note={t('page.historyNote')}>
        <StepHistory history={view.history} units={view.units} caption={t('page.history')} locale={locale} />
      </Section>
      {view.merged.length > 0 && (
        <Section id="merged" title={t('page.merged')}>
          {view.merged.map((one) => (
            <div key={one.id} className="mb-6">
              <h3 className="mb-2 font-semibold">
                <a href={paths.followUp(one.id)} className="text-sea underline">
                  {writtenNumber(one.id, locale)} {marked(one.title, locale)}
                </a>
              </h3>
              <StepHistory
                history={one.history}
                units={view.units}
                caption={t('page.mergedHistory', { number: writtenNumber(one.id, locale) })}
                locale={locale}
              />
            </div>
          ))}
        </Section>
      )}
    </>
  );
}
