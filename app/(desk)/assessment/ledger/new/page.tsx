import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PeriodChooser } from '@/app/ui/forms/period-chooser';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { entryForm, schemesWithLedger } from '@/lib/assessment/ledger/queries';
import { entryKinds } from '@/lib/assessment/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { assessedKinds, chooseAssessed } from '@/lib/reporting/collections/choices/choose-period';
import { EntryFields } from './entry-fields';

const path = paths.newLedgerEntry;
const Choice = z.object({
  scheme: z.string().max(64).optional().catch(undefined),
  entry: z.enum(entryKinds).catch('deduction'),
  kind: z.enum(assessedKinds).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  period: z.string().max(60).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'ledger')('form.title') };
}

/** The form of a new entry: scheme, period and kind are in the address, the entry in the form. */
export default async function NewEntryPage({ searchParams }: PageProps<'/assessment/ledger/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageLedger')]);
  const choice = Choice.parse(await searchParams);
  const schemes = await schemesWithLedger(principal);
  const scheme = schemes.find(({ code }) => code === choice.scheme) ?? schemes[0];
  const today = writtenMoment(new Date()).slice(0, 10);
  const chosen = chooseAssessed(choice, today);
  const form = scheme ? await entryForm(principal, scheme.code, chosen.period) : null;
  const t = translator(locale, 'ledger');
  const kept = { scheme: scheme?.code, entry: choice.entry };
  const period = { kind: chosen.kind, year: `${chosen.year}`, period: chosen.period };
  return (
    <>
      <PageHeader
        title={t('form.title')}
        subtitle={t('form.lead')}
        breadcrumb={[{ label: t('title'), href: paths.ledger }]}
      />
      {!scheme || !form ? (
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
            <FilterBar action={path} isPart keep={{ ...period, entry: choice.entry }}>
              <FilterSelect
                label={t('scheme')}
                name="scheme"
                value={scheme.code}
                options={schemes.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
              />
            </FilterBar>
            <PeriodChooser action={path} chosen={chosen} keep={kept} locale={locale} />
            <div className="flex">
              <FilterTabs
                label={t('kind')}
                options={entryKinds.map((entry) => ({
                  label: t(`kinds.${entry}`),
                  href: withQuery(path, { ...period, scheme: scheme.code, entry }),
                  current: entry === choice.entry,
                }))}
              />
            </div>
          </Section>
          <EntryFields
            // The key renews the fields when scheme, period or kind change.
            key={`${scheme.code} ${chosen.period} ${choice.entry}`}
            form={form}
            kind={choice.entry}
            hidden={{ schemeCode: scheme.code, periodCode: chosen.period, kind: choice.entry }}
            locale={locale}
          />
        </>
      )}
    </>
  );
}
