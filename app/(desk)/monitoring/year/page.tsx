import type { Metadata } from 'next';
import * as z from 'zod';
import { currentDay } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { maySee } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import { firstYear, lastYear } from '@/lib/monitoring/targets/words';
import { yearPlan } from '@/lib/monitoring/year-plan/queries';
import { proposedDay } from '@/lib/monitoring/year-plan/steps';
import type { PlannedStep } from '@/lib/monitoring/year-plan/words';
import { writtenStep } from '@/lib/monitoring/year-plan/written';
import { paths, withQuery } from '@/lib/paths';
import { save } from './actions';
import { dayField } from './day-field';

const Choice = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .refine((year) => year >= firstYear && year <= lastYear)
    .optional()
    .catch(undefined),
  done: z.literal('saved').optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'yearPlan')('title') };
}

const tones = {
  done: 'text-jade',
  late: 'font-semibold text-vermilion',
  soon: 'font-semibold text-gold',
  later: 'text-ink-2',
  undated: 'text-ink-2',
};

/** The steps of a year: until when, and what became of each. */
export default async function YearPlanPage({ searchParams }: PageProps<'/monitoring/year'>) {
  const [locale, principal, query, today] = await Promise.all([
    currentLocale(),
    principalFor('yearPlan'),
    searchParams,
    currentDay(),
  ]);
  const { year: asked, done } = Choice.parse(query);
  const thisYear = Number(today.slice(0, 4));
  const year = asked ?? thisYear;
  const plan = await yearPlan(principal, year, today);
  const t = translator(locale, 'yearPlan');
  const isNew = plan.version === 0;
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, year])].sort();
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={<PrintButton label={translator(locale, 'reports')('print')} tone="outline" />}
      />
      {done && <Notice>{t('saved')}</Notice>}
      <FilterTabs
        label={t('title')}
        options={years.map((one) => ({
          label: t('year', { year: `${one}` }),
          href: withQuery(paths.yearPlan, { year: `${one}` }),
          current: one === year,
        }))}
      />
      {isNew && <p className="mt-4 text-ink-2">{t('unplanned')}</p>}
      <div className="mt-4">
        <DataTable
          caption={t('caption', { year: `${year}` })}
          rows={plan.steps}
          rowKey={dayField}
          columns={[
            { key: 'step', header: t('step'), cell: (step) => writtenStep(step, year, locale) },
            { key: 'due', header: t('dueOn'), className: 'whitespace-nowrap', cell: ({ dueOn }) => dueOn ?? t('none') },
            {
              key: 'state',
              header: t('state'),
              className: 'whitespace-nowrap',
              cell: ({ state }) => <span className={tones[state]}>{t(`states.${state}`)}</span>,
            },
            {
              key: 'collections',
              header: t('collections'),
              className: 'max-sm:hidden',
              cell: ({ collections: all, closed }) => (all === 0 ? t('none') : t('collected', { all, closed })),
            },
            { key: 'outcome', header: t('outcome'), cell: (step) => <Outcomes step={step} locale={locale} /> },
          ]}
        />
      </div>
      <p className="mt-2 text-table text-ink-2">{t('doneWhen')}</p>
      {maySee(principal.role, 'manageYearPlan') && (
        <CommandForm
          id="plan"
          action={save}
          submit={t('save')}
          folded={t('edit')}
          hidden={{ year, version: plan.version }}
          refusedTitle={translator(locale, 'errors')('title')}
          className="mt-4"
        >
          <p className="mb-3 max-w-prose text-table text-ink-2">{t(isNew ? 'editHint' : 'editAgain')}</p>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
            {plan.steps.map((step) => (
              <TextField
                key={dayField(step)}
                name={dayField(step)}
                type="date"
                label={writtenStep(step, year, locale)}
                value={step.dueOn ?? (isNew ? proposedDay(year, step) : '')}
              />
            ))}
          </div>
        </CommandForm>
      )}
    </>
  );
}

function Outcomes({ step, locale }: { step: PlannedStep; locale: Parameters<typeof markedName>[1] }) {
  const t = translator(locale, 'yearPlan');
  const expected = step.expected === 0 ? t('none') : t('of', { expected: step.expected });
  if (step.outcomes.length === 0) return <span className="text-ink-2">{expected}</span>;
  return (
    <ul>
      {step.outcomes.map(({ report, group, day }) => (
        <li key={report}>
          <a
            href={paths.report(report)}
            className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
          >
            {markedName(group, locale)}
          </a>{' '}
          <span className="text-ink-2">{day}</span>
        </li>
      ))}
      {step.outcomes.length < step.expected && <li className="text-ink-2">{expected}</li>}
    </ul>
  );
}
