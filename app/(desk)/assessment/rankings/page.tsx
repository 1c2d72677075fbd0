import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { Section } from '@/app/ui/shell/section';
import { unitResult } from '@/lib/assessment/rankings/card/queries';
import { ownUnits } from '@/lib/assessment/rankings/own-units';
import { frozenUnits } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { tableNotes } from '@/lib/assessment/rankings/table/table-notes';
import { unitsIn, unitsNamed } from '@/lib/assessment/rankings/units-named';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { RankingAddress, rankingPath } from './address';
import { PageLinks } from './page-links';
import { RankTable } from './rank-table';
import { ResultFrame, type Shown } from './result-frame';
import { RunFoot } from './run-foot';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rankings')('title') };
}

/** 排名通报: a published run as a ranking; the office also opens a trial by its id. */
export default async function RankingsPage({ searchParams }: PageProps<'/assessment/rankings'>) {
  const asked = RankingAddress.parse(await searchParams);
  return (
    <ResultFrame view="table" asked={asked} actions={(run, locale) => <Actions run={run} locale={locale} />}>
      {(shown) => Ranking({ ...shown, asked })}
    </ResultFrame>
  );
}

function Actions({ run, locale }: { run: ResultRun; locale: Locale }) {
  const t = translator(locale, 'rankings');
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          href={withQuery(paths.rankingFile, { run: run.id, format })}
          download
          className={buttonLook('outline')}
        >
          {t(format)}
        </a>
      ))}
      <a
        href={withQuery(paths.putOnBoard, { kind: 'ranking', scheme: run.schemeCode })}
        className={buttonLook('outline')}
      >
        {translator(locale, 'boards')('put')}
      </a>
      <PrintButton label={t('print')} tone="outline" />
    </>
  );
}

async function Ranking({ principal, run, locale, asked }: Shown & { asked: RankingAddress }) {
  const own = ownUnits(principal, (await currentPlace()).settings.homeUnits);
  const [table, opened] = await Promise.all([
    rankTable(principal, run, { sort: asked.sort, order: asked.dir, page: asked.page, own: own.pinned }),
    asked.open === undefined ? null : unitResult(principal, run.id, asked.open),
  ]);
  const shown = [...table.pinned, ...table.rows, ...table.apart];
  const notes = tableNotes(run, shown, locale);
  const units = await unitsNamed(unitsIn(notes.map(({ note }) => note)), shown, (codes) =>
    frozenUnits(principal, run.id, codes),
  );
  const t = translator(locale, 'rankings');
  const words = runWords(run, locale);
  const here = asked.run === undefined ? { ...asked, scheme: run.schemeCode, period: run.periodCode } : asked;
  const openHref = (unit: string | null) => {
    const to = rankingPath('table', { ...here, open: unit ?? undefined });
    return unit === null ? to : `${to}#unit-${encodeURIComponent(unit)}`;
  };
  const view = { run, lines: table.lines, own, locale, opened, openHref };
  return (
    <>
      {table.pinned.length > 0 && <Notice>{t('pinned')}</Notice>}
      <RankTable
        {...view}
        rows={[...table.pinned, ...table.rows]}
        caption={t('caption', words)}
        sort={{ key: asked.sort, order: asked.dir }}
        sortHref={(key, order) =>
          rankingPath('table', { ...here, page: 1, sort: order ? key : 'rank', dir: order ?? 'asc' })
        }
      />
      <PageLinks view="table" asked={here} count={table.listed} locale={locale} />
      {table.apart.length > 0 && (
        <Section id="apart" title={t('apart.title')} note={t('apart.note')}>
          <RankTable {...view} rows={table.apart} caption={t('apart.caption', words)} sort={null} />
        </Section>
      )}
      <RunFoot run={run} notes={notes} names={{ scheme: run.scheme, units }} locale={locale} />
    </>
  );
}
