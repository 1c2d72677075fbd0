import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { RunMarks, RunNotice } from '@/app/ui/assessment/run-marks';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { unitResult } from '@/lib/assessment/results/card/queries';
import { chooseRun } from '@/lib/assessment/results/choose-run';
import { ownUnits } from '@/lib/assessment/results/own-units';
import { frozenUnits, publishedRuns, resultRun } from '@/lib/assessment/results/queries';
import { runWords } from '@/lib/assessment/results/run-title';
import { rankTable } from '@/lib/assessment/results/table/queries';
import { pageLength } from '@/lib/assessment/results/table/words';
import { unitsNamedIn } from '@/lib/assessment/results/units-named';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { RankingAddress, rankingPath } from './address';
import { RankTable } from './rank-table';
import { RunChooser } from './run-chooser';
import { RunFoot } from './run-foot';
import { ViewTabs } from './view-tabs';

const path = '/assessment/rankings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rankings')('title') };
}

export default async function RankingsPage({ searchParams }: PageProps<'/assessment/rankings'>) {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const asked = RankingAddress.parse(await searchParams);
  const t = translator(locale, 'rankings');
  const choices = await publishedRuns(principal);
  const chosen = asked.run ?? chooseRun(choices, asked)?.id;
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title={t('title')} subtitle={t('lead')} />
        <EmptyState title={t('empty.title')} reason={t('empty.reason')} />
      </>
    );
  }
  const run = await resultRun(principal, chosen);
  if (!run) notFound();
  const own = ownUnits(principal);
  const [table, opened] = await Promise.all([
    rankTable(principal, run, { sort: asked.sort, order: asked.dir, page: asked.page, own: own.pinned }),
    asked.open === undefined ? null : unitResult(principal, run.id, asked.open),
  ]);
  const shown = [...table.pinned, ...table.rows, ...table.apart];
  const notes = [
    ...run.notes.map((note) => ({ note })),
    ...shown.flatMap((row) =>
      row.notes.filter(({ kind }) => rankingNotes.has(kind)).map((note) => ({ note, about: nameOf(row, locale) })),
    ),
  ];
  const units = await unitsNamedIn(
    notes.map(({ note }) => note),
    shown,
    (codes) => frozenUnits(principal, run.id, codes),
  );
  const words = runWords(run, locale);
  const current = choices.find(
    (choice) => choice.schemeCode === run.schemeCode && choice.periodCode === run.periodCode,
  );
  const pages = Math.max(1, Math.ceil(table.listed / pageLength));
  const view = { run, lines: table.lines, own: [...own.pinned, ...own.marked], locale };
  const openHref = (unit: string | null) => {
    const to = rankingPath('table', { ...asked, open: unit ?? undefined });
    return unit === null ? to : `${to}#unit-${encodeURIComponent(unit)}`;
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-ink">{t('caption', words)}</span>
            <span>{t('units', { units: run.units, ranked: run.ranked })}</span>
            <RunMarks run={run} locale={locale} />
          </span>
        }
        actions={
          <>
            {(['xlsx', 'csv'] as const).map((format) => (
              <a
                key={format}
                href={`/api/downloads/ranking?${new URLSearchParams({ run: run.id, format })}`}
                download
                className={buttonLook('outline')}
              >
                {t(format)}
              </a>
            ))}
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      <RunNotice
        run={run}
        locale={locale}
        currentHref={run.state === 'superseded' && current ? rankingPath('table', { run: current.id }) : undefined}
      />
      <RunChooser action={path} choices={choices} run={run} locale={locale} />
      <ViewTabs view="table" asked={asked} locale={locale} />
      {table.pinned.length > 0 && <Notice>{t('pinned')}</Notice>}
      <RankTable
        {...view}
        rows={[...table.pinned, ...table.rows]}
        caption={t('caption', words)}
        sort={{ key: asked.sort, order: asked.dir }}
        sortHref={(key, order) =>
          rankingPath('table', { ...asked, page: 1, sort: order ? key : 'rank', dir: order ?? 'asc' })
        }
        opened={opened}
        openHref={openHref}
      />
      {pages > 1 && (
        <nav className="mt-4 flex items-center gap-4 text-table" data-chrome>
          {asked.page > 1 && (
            <a href={rankingPath('table', { ...asked, page: asked.page - 1 })} className={buttonLook('outline')}>
              {t('pages.previous')}
            </a>
          )}
          <span className="text-ink-2">{t('pages.page', { page: asked.page, pages })}</span>
          {asked.page < pages && (
            <a href={rankingPath('table', { ...asked, page: asked.page + 1 })} className={buttonLook('outline')}>
              {t('pages.next')}
            </a>
          )}
        </nav>
      )}
      {table.apart.length > 0 && (
        <Section id="apart" title={t('apart.title')} note={t('apart.note')}>
          <RankTable
            {...view}
            rows={table.apart}
            caption={t('apart.caption', words)}
            sort={null}
            opened={opened}
            openHref={openHref}
          />
        </Section>
      )}
      <RunFoot run={run} notes={notes} names={{ scheme: run.scheme, units }} locale={locale} />
      <p className="mt-6 hidden border-t border-rule pt-2 text-xs text-ink-2 print:block">
        {t('printed', { who: principal.name || t('visitor'), at: writtenMoment(new Date()), hash: run.sha256 })}
      </p>
    </>
  );
}

/** Notes of a unit that are about its place among the others; the rest stand on its score card. */
const rankingNotes: ReadonlySet<string> = new Set(['tie', 'tieBroken', 'tieAtPrecision', 'gradeLine', 'promoted']);
