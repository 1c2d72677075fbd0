import type { ReactNode } from 'react';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import type { RunChoice, RunHead } from '@/lib/assessment/sensitivity/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { writtenRun } from './written-run';

export type Tab = 'what-if' | 'robustness' | 'weights';
const tabs = [
  ['what-if', 'tabWhatIf'],
  ['robustness', 'tabRobustness'],
  ['weights', 'tabWeights'],
] as const;
const titles = {
  'what-if': ['whatIfTitle', 'whatIfLead'],
  robustness: ['robustnessTitle', 'robustnessLead'],
  weights: ['weightsTitle', 'weightsLead'],
} as const;

const pathOf: Record<Tab, string> = {
  'what-if': paths.whatIf,
  robustness: paths.robustness,
  weights: paths.weights,
};

/** The address of one of the three pages for a run. */
export function sensitivityPath(tab: Tab, run?: string): string {
  return withQuery(pathOf[tab], { run });
}

/** The common frame of the three pages: the head, the tabs, the choice of a run. */
export function Frame(props: {
  tab: Tab;
  runs: readonly RunChoice[];
  run: RunHead | null;
  /** Further choices beside that of the run. */
  choices?: ReactNode;
  locale: Locale;
  children: ReactNode;
}) {
  const { tab, runs, run, locale } = props;
  const t = translator(locale, 'sensitivity');
  const [title, lead] = titles[tab];
  return (
    <>
      <PageHeader title={t(title)} subtitle={t(lead)} actions={run && <Badges run={run} locale={locale} />} />
      <div className="mb-4 flex flex-wrap items-end gap-3" data-chrome>
        <FilterTabs
          label={t('tabs')}
          options={tabs.map(([key, label]) => ({
            label: t(label),
            href: sensitivityPath(key, run?.id),
            current: key === tab,
          }))}
        />
      </div>
      {runs.length > 0 && (
        <FilterBar action={pathOf[tab]}>
          <FilterSelect
            label={t('run')}
            name="run"
            value={run?.id ?? ''}
            options={runs.map((one) => ({ value: one.id, label: writtenRun(one, locale) }))}
          />
          {props.choices}
        </FilterBar>
      )}
      {props.children}
    </>
  );
}

function Badges({ run, locale }: { run: RunHead; locale: Locale }) {
  const t = translator(locale, 'sensitivity');
  return (
    <>
      <Badge tone={run.state === 'published' ? 'sea' : 'plain'}>{t(`states.${run.state}`)}</Badge>
      {run.isDemonstration && <Badge tone="gold">{t('demonstration')}</Badge>}
    </>
  );
}

/** The page when the reader may see no run. */
export function NoRuns({ locale }: { locale: Locale }) {
  const t = translator(locale, 'sensitivity');
  return (
    <EmptyState
      title={t('noRunsTitle')}
      reason={t('noRunsReason')}
      action={
        <a href={paths.rankings} className={buttonLook('outline')}>
          {t('toRankings')}
        </a>
      }
    />
  );
}
