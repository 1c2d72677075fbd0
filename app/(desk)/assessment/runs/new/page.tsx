import type { Metadata } from 'next';
import * as z from 'zod';
import { compute } from '@/app/(desk)/assessment/runs/actions';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { fullestPeriod } from '@/lib/assessment/runs/listing/fullest-period';
import { periodsToRun, schemesToRun } from '@/lib/assessment/runs/listing/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const path = paths.newRun;
const Choice = z.object({
  scheme: z.string().max(64).optional().catch(undefined),
  period: z.string().max(20).optional().catch(undefined),
  version: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'runs')('form.title') };
}

/** The form that computes a trial: scheme and period are in the address, and the version asked for; the terms in the form. */
export default async function NewRunPage({ searchParams }: PageProps<'/assessment/runs/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageRuns')]);
  const choice = Choice.parse(await searchParams);
  const schemes = await schemesToRun(principal);
  const scheme = schemes.find(({ code }) => code === choice.scheme) ?? schemes[0];
  const periods = scheme ? await periodsToRun(principal, scheme.code) : [];
  const period = periods.find(({ code }) => code === choice.period) ?? fullestPeriod(periods);
  const version =
    scheme?.versions.find(({ number }) => scheme.code === choice.scheme && number === choice.version) ??
    scheme?.versions.find(({ state }) => state === 'published') ??
    scheme?.versions[0];
  const t = translator(locale, 'runs');
  return (
    <>
      <PageHeader
        title={t('form.title')}
        subtitle={t('form.lead')}
        breadcrumb={[{ label: t('title'), href: paths.runs }]}
      />
      {!scheme ? (
        <EmptyState
          title={t('form.noSchemes')}
          reason={t('form.noSchemesReason')}
          action={
            <a href={paths.schemes} className={buttonLook('outline')}>
              {t('form.toSchemes')}
            </a>
          }
        />
      ) : (
        <>
          <Section title={t('form.choose')} id="choose" className="mt-2">
            <FilterBar action={path} isPart>
              <FilterSelect
                label={t('scheme')}
                name="scheme"
                value={scheme.code}
                options={schemes.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
              />
              {period && (
                <FilterSelect
                  label={t('period')}
                  name="period"
                  value={period.code}
                  options={periods.map(({ code, units }) => ({
                    value: code,
                    label: writtenPeriod(code, locale),
                    note: t('form.periodNote', { units }),
                  }))}
                />
              )}
            </FilterBar>
          </Section>
          {period ? (
            <Section title={t('form.terms')} id="terms">
              <CommandForm
                // The key renews the fields when scheme or period change.
                key={`${scheme.code} ${period.code}`}
                action={compute}
                submit={t('form.submit')}
                refusedTitle={translator(locale, 'errors')('title')}
                hidden={{ schemeCode: scheme.code, periodCode: period.code }}
                className="max-w-xl"
              >
                <SelectField
                  name="number"
                  label={t('form.version')}
                  hint={t('form.versionHint')}
                  value={`${version?.number}`}
                  options={scheme.versions.map(({ number, state }) => ({
                    value: `${number}`,
                    label: t('versionChoice', { number, state: t(`versionStates.${state}`) }),
                  }))}
                />
                <Tick name="deadlinePassed">{t('form.deadlinePassed')}</Tick>
                <p className="mb-3 text-xs leading-5 text-ink-2">{t('form.deadlineHint')}</p>
                <Tick name="withUnconfirmed" className="mb-4">
                  {t('form.withUnconfirmed')}
                </Tick>
                <TextField name="note" label={t('form.note')} maxLength={500} />
              </CommandForm>
            </Section>
          ) : (
            <EmptyState title={t('form.noPeriods')} reason={t('form.noPeriodsReason')} />
          )}
        </>
      )}
    </>
  );
}
