import type { Metadata } from 'next';
import { RankingAddress } from '@/app/(desk)/assessment/rankings/address';
import { ResultFrame, type Shown } from '@/app/(desk)/assessment/rankings/result-frame';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { courseOf } from '@/lib/assessment/rankings/grid/course';
import { rankCourse } from '@/lib/assessment/rankings/grid/queries';
import { ownUnits } from '@/lib/assessment/rankings/own-units';
import { frozenUnits } from '@/lib/assessment/rankings/queries';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { noted } from '@/lib/dashboards/series/noted';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { translator } from '@/lib/i18n/translator';

/** The most lines that can be told apart. */
const most = 36;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rankings')('course.title') };
}

/** Ranks over the published periods of a scheme. */
export default async function CoursePage({ searchParams }: PageProps<'/assessment/rankings/course'>) {
  const asked = RankingAddress.parse(await searchParams);
  return (
    <ResultFrame view="course" asked={asked}>
      {Course}
    </ResultFrame>
  );
}

async function Course({ principal, run, locale }: Shown) {
  const t = translator(locale, 'rankings');
  const own = ownUnits(principal, (await currentPlace()).settings.homeUnits);
  const points = await rankCourse(principal, run.schemeCode, { most, own: own.pinned });
  const codes = [...new Set(points.map(({ code }) => code))];
  // Names are those of the latest run that has the unit.
  const runs = [...new Set(points.map(({ runId }) => runId))].slice(-1);
  const units = codes.length === 0 ? [] : await frozenUnits(principal, runs[0] ?? run.id, codes);
  const focal = [...own.pinned, ...own.marked].filter((code) => codes.includes(code));
  const lined = courseOf({ points, units, focal, locale });
  const spec =
    lined && noted(lined, await chartNotes(principal, { indicators: [], units: codes }), { indicator: null }, locale);
  if (!spec) return <p className="text-ink-2">{t('course.one')}</p>;
  const { scheme, group } = runWords(run, locale);
  const [from, to] = [spec.ticks[0]?.key ?? '', spec.ticks.at(-1)?.key ?? ''];
  const title = t('course.chart', { scheme, from: writtenPeriod(from, locale), to: writtenPeriod(to, locale) });
  return (
    <div className="min-w-0 rounded-md border border-rule bg-card p-4 md:p-5">
      <ChartFrame
        id="course"
        title={title}
        subtitle={t('course.subtitle', { group, count: spec.series.length })}
        source={t('course.source')}
        note={run.units > most ? t('course.many', { count: most }) : undefined}
        spec={spec}
        table={tableTwin(spec, {
          name: t('course.name'),
          tick: t('course.tick'),
          value: t('columns.rank'),
          place: t('columns.rank'),
          benchmark: t('columns.rank'),
          none: '—',
        })}
        locale={locale}
        fileName={title}
      />
    </div>
  );
}
