import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { choiceAddress, YearInAddress } from '@/app/(desk)/monitoring/targets/address';
import { lastText, shortGrowth } from '@/app/(desk)/monitoring/targets/grid/short-growth';
import { growthsText } from '@/app/(desk)/monitoring/targets/growth-text';
import { PlanList } from '@/app/(desk)/monitoring/targets/plan-field';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { maySee } from '@/lib/access/permissions';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { targetPage } from '@/lib/monitoring/targets/history/queries';
import { askedGrowth } from '@/lib/monitoring/targets/propose';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';
import { paths } from '@/lib/paths';
import { History } from './history';
import { Measures } from './measures';

const Told = z.object({
  done: z.enum(['saved', 'proposed', 'dropped', 'withdrawn', 'changed']).optional().catch(undefined),
});

/** Cached, since the page and its title both need it. */
const pageOf = cache(async (indicator: string, unit: string, year: string) => {
  const key = { indicator: addressPart(indicator), unit: addressPart(unit), year: YearInAddress.parse(year) };
  const principal = await principalFor('responsibilities');
  return key.year === undefined ? null : targetPage(principal, { ...key, year: key.year });
});

type Props = PageProps<'/monitoring/targets/[indicator]/[unit]/[year]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ indicator, unit, year }, locale] = await Promise.all([params, currentLocale()]);
  const page = await pageOf(indicator, unit, year);
  return page ? { title: `${nameOf(page.unit, locale)} · ${nameOf(page.indicator, locale)}` } : {};
}

/** A target: what is in force, what waits, and everything that happened to it. */
export default async function TargetPage({ params, searchParams }: Props) {
  const [{ indicator, unit, year }, locale, query, principal] = await Promise.all([
    params,
    currentLocale(),
    searchParams,
    principalFor('responsibilities'),
  ]);
  const page = await pageOf(indicator, unit, year);
  if (!page) notFound();
  const t = translator(locale, 'targets');
  const { done } = Told.parse(query);
  const sets = maySee(principal.role, 'manageTargets');
  const { issued, course } = page;
  const f = translator(locale, 'figures');
  const value = (text: string | null) => writtenTarget(text, page.indicator);
  const grows = (text: string | null) => shortGrowth(askedGrowth(page.indicator.measure, text, course), t, f);
  const choice = { year: page.year, group: '', units: [page.unit.code], indicators: [page.indicator.code] };
  const back = sets
    ? { label: t('title'), href: choiceAddress(paths.targets, choice) }
    : { label: t('list.title'), href: paths.responsibilities };
  return (
    <>
      <PageHeader
        title={`${nameOf(page.unit, locale)} · ${nameOf(page.indicator, locale)}`}
        subtitle={`${t('yearName', { year: `${page.year}` })} · ${unitOf(page.indicator, locale)}`}
        breadcrumb={[back]}
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <Section title={t('page.inForce')} id="in-force" className="mt-2">
        {issued ? (
          <FactList
            facts={[
              [t('fields.base'), `${value(issued.base)}（${grows(issued.base)}）`],
              [
                t('fields.stretch'),
                issued.stretch === null ? null : `${value(issued.stretch)}（${grows(issued.stretch)}）`,
              ],
              [t('cell.last', { year: `${page.year - 1}` }), lastText(course, t, f)],
              [t('columns.growths'), growthsText(page.indicator, course, locale)],
              [
                t('plan.title'),
                issued.plan && <PlanList plan={issued.plan} indicator={page.indicator} locale={locale} />,
              ],
              [t('note'), issued.note],
              [
                t('columns.state'),
                issued.answer === 'disputed'
                  ? t('mine.disputedFor', { reason: issued.answerReason })
                  : t(`answers.${issued.answer}`),
              ],
            ]}
          />
        ) : (
          <FactList
            facts={[
              [t('columns.state'), t('page.notIssued')],
              [t('cell.last', { year: `${page.year - 1}` }), lastText(course, t, f)],
              [t('columns.growths'), growthsText(page.indicator, course, locale)],
            ]}
          />
        )}
      </Section>
      {sets && <Measures page={page} me={principal.userId} locale={locale} />}
      <History page={page} locale={locale} />
    </>
  );
}
