import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { QueueTable } from '@/app/ui/reporting/queue-table';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { departmentOf, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { lateDecisions, queueByIndicator, reviewQueue } from '@/lib/reporting/review/queue/queries';
import type { QueueLine } from '@/lib/reporting/review/words';
import { DecidedTable } from './decided-table';
import { IndicatorTable } from './indicator-table';

const Choice = z.object({
  tab: z.enum(['waiting', 'indicators', 'decided']).catch('waiting'),
  collection: z.string().max(64).catch(''),
  unit: z.string().max(64).catch(''),
  department: z.string().max(64).catch(''),
});
type Choice = z.output<typeof Choice>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'review')('title') };
}

/** The reviewer's queue, and recent decisions. */
export default async function ReviewPage({ searchParams }: PageProps<'/reporting/review'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('review')]);
  const choice = Choice.parse(await searchParams);
  const t = translator(locale, 'review');
  const isDecided = choice.tab === 'decided';
  const isByIndicator = choice.tab === 'indicators';
  const [lines, decided, byIndicator] = await Promise.all([
    reviewQueue(principal),
    isDecided ? lateDecisions(principal) : [],
    isByIndicator ? queueByIndicator(principal) : [],
  ]);
  const sum = (of: (line: QueueLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const waiting = sum((line) => line.waiting);
  const flagged = sum((line) => line.mandatory + line.quasiMandatory + line.query + line.notice);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={waiting > 0 ? t('lead', { count: waiting, flagged }) : t('leadNone')}
        actions={
          <FilterTabs
            label={t('tabs')}
            options={[
              { label: t('waitingTab'), href: paths.review, current: choice.tab === 'waiting' },
              ...(principal.role === 'departmentReviewer'
                ? [
                    {
                      label: t('byIndicatorTab'),
                      href: withQuery(paths.review, { tab: 'indicators' }),
                      current: isByIndicator,
                    },
                  ]
                : []),
              { label: t('decidedTab'), href: withQuery(paths.review, { tab: 'decided' }), current: isDecided },
            ]}
          />
        }
      />
      {isDecided ? (
        decided.length > 0 ? (
          <DecidedTable lines={decided} locale={locale} />
        ) : (
          <EmptyState
            title={t('noneDecided')}
            reason={t('noneDecidedReason')}
            action={
              <a href={paths.review} className={buttonLook('outline')}>
                {t('toQueue')}
              </a>
            }
          />
        )
      ) : isByIndicator && byIndicator.length > 0 ? (
        <IndicatorTable lines={byIndicator} locale={locale} />
      ) : (
        <Queue
          lines={lines}
          choice={choice}
          isByDepartment={principal.role === 'unitReviewer'}
          now={new Date()}
          locale={locale}
        />
      )}
    </>
  );
}

function Queue(props: {
  lines: readonly QueueLine[];
  choice: Choice;
  isByDepartment: boolean;
  now: Date;
  locale: Locale;
}) {
  const { lines, choice, isByDepartment, locale } = props;
  const t = translator(locale, 'review');
  if (lines.length === 0) return <EmptyState title={t('none')} reason={t('noneReason')} />;
  const chosen = lines.filter(
    (line) =>
      (choice.collection === '' || line.collectionId === choice.collection) &&
      (choice.unit === '' || line.unit.code === choice.unit) &&
      (choice.department === '' || line.department === choice.department),
  );
  const options = (of: (line: QueueLine) => readonly [value: string, label: string]) => [
    { value: '', label: t('all') },
    ...[...new Map(lines.map(of))].map(([value, label]) => ({ value, label })),
  ];
  const isChosen = choice.collection !== '' || choice.unit !== '' || choice.department !== '';
  return (
    <>
      <FilterBar action={paths.review} {...(isChosen && { resetHref: paths.review })}>
        <FilterSelect
          label={t('collection')}
          name="collection"
          value={choice.collection}
          options={options((line) => [line.collectionId, line.title])}
        />
        {isByDepartment ? (
          <FilterSelect
            label={t('department')}
            name="department"
            value={choice.department}
            options={options((line) => [line.department, departmentOf(line, locale)])}
          />
        ) : (
          <FilterSelect
            label={t('unit')}
            name="unit"
            value={choice.unit}
            options={options((line) => [line.unit.code, nameOf(line.unit, locale)])}
          />
        )}
      </FilterBar>
      {chosen.length === 0 ? (
        <EmptyState
          title={t('noneChosen')}
          reason={t('noneChosenReason')}
          action={
            <a href={paths.review} className={buttonLook('outline')}>
              {t('showAll')}
            </a>
          }
        />
      ) : (
        <QueueTable lines={chosen} isByDepartment={isByDepartment} now={props.now} locale={locale} />
      )}
    </>
  );
}
