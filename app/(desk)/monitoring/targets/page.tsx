import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { roomsFor, translator } from '@/lib/i18n/translator';
import { targetGrid } from '@/lib/monitoring/targets/grid/queries';
import { targetWork } from '@/lib/monitoring/targets/own/queries';
import { mostIndicators, mostUnits } from '@/lib/monitoring/targets/words';
import { paths } from '@/lib/paths';
import { choiceAddress, GridAddress } from './address';
import { Chooser } from './chooser';
import { chosenGrid } from './chosen-grid';
import { TargetGrid } from './grid/target-grid';
import { WaitingTargets } from './waiting-targets';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'targets')('title') };
}

/** The office's targets of a year: units down, indicators across. */
export default async function TargetsPage({ searchParams }: PageProps<'/monitoring/targets'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('manageTargets'), searchParams]);
  const asked = GridAddress.parse(query);
  const chosen = await chosenGrid(principal, asked);
  if (!chosen) return null;
  const { choice, choices } = chosen;
  const [grid, work] = await Promise.all([targetGrid(principal, choice), targetWork(principal)]);
  const t = translator(locale, 'targets');
  const isEmpty = !grid || grid.rows.length === 0 || grid.indicators.length === 0;
  const unplanned = Number(asked.unplanned ?? 0);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <>
            <a href={paths.responsibilities} className={buttonLook('quiet')}>
              {t('toList')}
            </a>
            {!isEmpty && (
              <a href={choiceAddress(paths.targetsFile, choice)} className={buttonLook('outline')}>
                {t('download')}
              </a>
            )}
            <a href={choiceAddress(paths.targetImport, choice)} className={buttonLook('outline')}>
              {t('import.title')}
            </a>
            {!isEmpty && (
              <a href={choiceAddress(paths.targetIssue, choice)} className={buttonLook('primary')}>
                {t('issue.title')}
              </a>
            )}
          </>
        }
      />
      {asked.issued && <Notice>{t('done.issued', { count: Number(asked.issued) })}</Notice>}
      {unplanned > 0 && <Notice tone="warn">{t('done.unplanned', { count: unplanned })}</Notice>}
      {asked.imported && <Notice>{t('done.imported', { count: Number(asked.imported) })}</Notice>}
      <WaitingTargets work={work} locale={locale} />
      <Chooser choice={choice} choices={choices} isOpen={isEmpty} locale={locale} />
      {grid && (grid.left.units > 0 || grid.left.indicators > 0) && (
        <Notice tone="warn">{t('left', { ...grid.left, mostUnits, mostIndicators })}</Notice>
      )}
      {!grid || isEmpty ? (
        <EmptyState title={t('none')} reason={t('noneReason')} />
      ) : (
        <>
          <noscript>
            <p className="mb-3">{t('noScript')}</p>
          </noscript>
          <TargetGrid
            key={`${choice.year}`}
            grid={grid}
            rooms={roomsFor(locale, 'targets', 'entry', 'figures')}
            locale={locale}
          />
          <details className="mt-4 max-w-prose text-table text-ink-2">
            <summary className="min-h-6 cursor-pointer text-sea max-sm:min-h-11">{t('how.title')}</summary>
            <ul className="mt-1 list-disc space-y-1 pl-5">
              {(['last', 'grown', 'place', 'states', 'order'] as const).map((key) => (
                <li key={key}>{t(`how.${key}`)}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </>
  );
}
