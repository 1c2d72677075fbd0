import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { YearInAddress } from '@/app/(desk)/monitoring/targets/address';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { may } from '@/lib/access/permissions';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { lampCourse } from '@/lib/monitoring/lamps/course/queries';
import { paths, withQuery } from '@/lib/paths';
import { CourseChart } from './course-chart';
import { CourseTable } from './course-table';
import { LampRemarks } from './lamp-remarks';
import { LatestMonth } from './latest-month';
import { SetByHand } from './set-by-hand';
import { Versions } from './versions';

/** Cached, since the page and its title both need it. */
const courseOf = cache(async (unit: string, indicator: string, year: number | undefined) =>
  lampCourse(await principalFor('lamps'), { unit: addressPart(unit), indicator: addressPart(indicator), year }),
);

type Props = PageProps<'/monitoring/lamps/[unit]/[indicator]'>;

const yearIn = (query: Awaited<Props['searchParams']>) => YearInAddress.parse(query.year);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ unit, indicator }, query, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const course = await courseOf(unit, indicator, yearIn(query));
  return course ? { title: `${nameOf(course.unit, locale)} · ${nameOf(course.indicator, locale)}` } : {};
}

/** The course of an indicator of a unit through a year: its lamps, what was expected and reached, and what was told. */
export default async function LampCoursePage({ params, searchParams }: Props) {
  const [{ unit, indicator }, query, locale] = await Promise.all([params, searchParams, currentLocale()]);
  const course = await courseOf(unit, indicator, yearIn(query));
  if (!course) notFound();
  const [principal, now] = [await principalFor('lamps'), new Date()];
  const t = translator(locale, 'lamps');
  const { year } = course;
  const lit = course.months.findLast(({ lamp }) => lamp !== null);
  const mayRaise = lit && may((await principalFor('lamps')).role, 'followUp.raise');
  const isKnown = course.months.some(({ actual, lamp }) => actual !== null || lamp !== null);
  return (
    <>
      <PageHeader
        title={t('page.title', { unit: nameOf(course.unit, locale), indicator: nameOf(course.indicator, locale) })}
        subtitle={`${t('page.lead', { year: `${year}` })} · ${unitOf(course.indicator, locale)}`}
        breadcrumb={[{ label: t('title'), href: paths.lamps }]}
        actions={
          <>
            {course.target !== null && (
              <a href={paths.target(course.indicator.code, course.unit.code, year)} className={buttonLook('quiet')}>
                {t('page.toTarget')}
              </a>
            )}
            <a
              href={withQuery(paths.indicator(course.indicator.code), { unit: course.unit.code })}
              className={buttonLook('quiet')}
            >
              {t('page.toFigures')}
            </a>
            {mayRaise && (
              <a
                href={withQuery(paths.newFollowUp, {
                  ...{ unit: course.unit.code, indicator: course.indicator.code, year, month: lit.month },
                })}
                className={buttonLook('outline')}
              >
                {translator(locale, 'followUps')('fromHere')}
              </a>
            )}
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      <FilterBar action={paths.lamp(course.unit.code, course.indicator.code)}>
        <FilterSelect
          label={t('page.year')}
          name="year"
          value={`${year}`}
          options={course.years.map((one) => ({
            value: `${one}`,
            label: translator(locale, 'targets')('yearName', { year: `${one}` }),
          }))}
        />
      </FilterBar>
      {query.done === 'set' && <Notice>{t('page.byHandSaved')}</Notice>}
      {isKnown ? (
        <>
          <LatestMonth course={course} locale={locale} />
          <CourseTable course={course} locale={locale} />
          <CourseChart
            course={course}
            notes={await chartNotes(principal, { indicators: [course.indicator.code], units: [course.unit.code] })}
            locale={locale}
          />
          <Versions course={course} locale={locale} />
          <LampRemarks course={course} locale={locale} />
        </>
      ) : (
        <EmptyState title={t('page.none')} reason={t('page.noneReason')} />
      )}
      {may(principal.role, 'lamp.set') && <SetByHand course={course} now={now} locale={locale} />}
    </>
  );
}
