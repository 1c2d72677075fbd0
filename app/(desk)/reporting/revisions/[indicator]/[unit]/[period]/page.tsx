import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { RemarksAbout } from '@/app/(desk)/monitoring/follow-ups/remarks-about';
import { addressPart } from '@/app/server/address-part';
import { currentMoment } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { AsOfField } from '@/app/ui/figures/as-of-field';
import { figurePath } from '@/app/ui/figures/figure-path';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterBar } from '@/app/ui/tables/filter-bar';
import { may, maySee } from '@/lib/access/permissions';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { momentField, pastMoment, writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { shownAt } from '@/lib/observations/shown-at';
import { isWorded, writtenText } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import { figureHistory } from '@/lib/reporting/revisions/queries';
import { CurrentFigure } from './current-figure';
import { FigureMeasures } from './figure-measures';
import { Timeline } from './timeline';

type Props = PageProps<'/reporting/revisions/[indicator]/[unit]/[period]'>;

/** Cached, since the page and its title both need it. */
const historyOf = cache(async (indicator: string, unit: string, period: string) =>
  figureHistory(await principalFor('published'), {
    indicatorCode: addressPart(indicator),
    unitCode: addressPart(unit),
    periodCode: addressPart(period),
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ indicator, unit, period }, locale] = await Promise.all([params, currentLocale()]);
  const history = await historyOf(indicator, unit, period);
  if (!history) return {};
  return {
    title: translator(locale, 'revisions')('figure.title', {
      indicator: nameOf(history.indicator, locale),
      unit: nameOf(history.unit, locale),
      period: writtenPeriod(history.periodCode, locale),
    }),
  };
}

export default async function FigurePage({ params, searchParams }: Props) {
  const [asked, query, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const history = await historyOf(asked.indicator, asked.unit, asked.period);
  if (!history) notFound();
  const { indicator, unit, periodCode, current, revisions } = history;
  const t = translator(locale, 'revisions');
  const principal = await principalFor('published');
  const { role } = principal;
  const about = { kind: 'figure', unit: unit.code, indicator: indicator.code, period: periodCode } as const;
  const mayCite = history.showsSteps && maySee(role, 'cited');
  const mayRaise = current && may(role, 'followUp.raise');
  const key = { indicatorCode: indicator.code, orgUnitCode: unit.code, periodCode };
  const path = figurePath(key);
  const asof = typeof query.asof === 'string' && query.asof !== '' ? query.asof : undefined;
  const at = asof === undefined ? null : pastMoment(asof, await currentMoment());
  const then = at && shownAt(revisions, at);
  const withdrawal = current ? undefined : revisions.findLast(({ isWithdrawal }) => isWithdrawal);
  const names = {
    indicator: nameOf(indicator, locale),
    unit: nameOf(unit, locale),
    period: writtenPeriod(periodCode, locale),
  };
  const unitPath = paths.unit(unit.code);
  const indicatorPath = paths.indicator(indicator.code);
  return (
    <>
      <PageHeader
        title={
          <>
            {names.indicator}
            {!isWorded(indicator.measure) && (
              <span className="ml-2 text-base font-normal text-ink-2">{unitOf(indicator, locale)}</span>
            )}
          </>
        }
        breadcrumb={[{ label: t('title'), href: paths.revisions }]}
        subtitle={
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{names.unit}</span>
            <span>{names.period}</span>
            {unit.isDemonstration && <Badge tone="gold">{t('figure.demonstration')}</Badge>}
          </p>
        }
        actions={
          <>
            <a href={withQuery(indicatorPath, { unit: unit.code })} className={buttonLook('outline')}>
              {t('figure.toIndicator')}
            </a>
            <a href={unitPath} className={buttonLook('outline')}>
              {t('figure.toUnit')}
            </a>
            {mayRaise && (
              <a
                href={withQuery(paths.newFollowUp, { unit: unit.code, indicator: indicator.code, period: periodCode })}
                className={buttonLook('outline')}
              >
                {translator(locale, 'followUps')('fromHere')}
              </a>
            )}
          </>
        }
      />
      {current ? (
        <CurrentFigure history={history} current={current} locale={locale} />
      ) : (
        <EmptyState
          title={t(withdrawal ? 'figure.withdrawn' : 'figure.none')}
          reason={
            withdrawal
              ? t('figure.withdrawnReason', {
                  moment: writtenMoment(withdrawal.recordedAt),
                  reason: withdrawal.reason,
                })
              : t('figure.noneReason')
          }
        />
      )}
      {mayCite && <FigureMeasures history={history} locale={locale} />}
      {asof !== undefined && !at && <Notice tone="warn">{t('asof.ignored', { value: asof })}</Notice>}
      {at && (
        <Notice>
          {then
            ? t('asof.figure', {
                moment: writtenMoment(at),
                value: writtenText(then, locale, indicator.measure),
                vintage: translator(locale, 'figures')(then.vintage),
              })
            : t('asof.nothing', { moment: writtenMoment(at) })}{' '}
          <a href={path} data-stay="" className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
            {t('asof.back')}
          </a>
        </Notice>
      )}
      <Section
        id="timeline"
        title={t('figure.timeline')}
        note={`${t('figure.timelineNote')} · ${t(history.showsSteps ? 'figure.steps' : 'figure.noSteps')}`}
      >
        {revisions.length > 0 && (
          <FilterBar action={path} {...(asof !== undefined && { resetHref: path })}>
            <AsOfField value={at ? momentField(at) : (asof ?? '')} locale={locale} />
          </FilterBar>
        )}
        <Timeline
          history={history}
          then={then}
          caption={t('figure.caption', { figure: t('figure.title', names) })}
          locale={locale}
        />
      </Section>
      <div data-chrome>
        <RemarksAbout
          principal={principal}
          about={about}
          on={current ? about : null}
          what={t('figure.title', names)}
          locale={locale}
        />
      </div>
    </>
  );
}
