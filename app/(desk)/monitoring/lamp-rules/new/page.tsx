import type { Metadata } from 'next';
import * as z from 'zod';
import { RuleSetForm } from '@/app/(desk)/monitoring/lamp-rules/rule-set-form';
import { startingDraft, startingSets } from '@/app/(desk)/monitoring/lamp-rules/starting-draft';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import { responsibilityFilters } from '@/lib/monitoring/responsibilities/queries';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { paths, withQuery } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';

const Asked = z.object({
  start: z.enum(startingSets).optional().catch(undefined),
  group: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .catch(''),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'lamps')('rules.createTitle') };
}

/** A new set of rules, from one of the ready sets or from nothing. */
export default async function NewLampRulesPage({ searchParams }: PageProps<'/monitoring/lamp-rules/new'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('manageLampRules'),
    searchParams,
  ]);
  const [{ groups }, choices] = await Promise.all([responsibilityFilters(principal), indicatorChoices()]);
  const { start, group } = Asked.parse(query);
  const t = translator(locale, 'lamps');
  const year = yearOf(new Date());
  const name = start ? translator('zh-CN', 'lamps')(`rules.starting.${start}`) : '';
  const draft = startingDraft(start, { group: group || (groups[0]?.code ?? ''), year, name });
  return (
    <>
      <PageHeader
        title={t('rules.createTitle')}
        subtitle={t('rules.createLead')}
        breadcrumb={[{ label: t('rules.title'), href: paths.lampRules }]}
      />
      <Section title={t('rules.start')} id="start" className="mt-2">
        <ul className="grid gap-4 sm:grid-cols-3">
          {startingSets.map((one) => (
            <li key={one} className="border-l-2 border-rule pl-3">
              <a
                href={withQuery(paths.newLampRules, { start: one, group })}
                {...(one === start && { 'aria-current': true })}
                className="inline-block font-medium text-sea hover:underline aria-[current]:underline max-sm:py-2"
              >
                {t(`rules.starting.${one}`)}
              </a>
              <p className="text-table text-ink-2">{t(`rules.startingHints.${one}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <RuleSetForm
        // The key renews the fields for another set to begin from.
        key={start ?? ''}
        draft={draft}
        shown={null}
        groups={groups}
        choices={choices}
        year={year}
        locale={locale}
      />
    </>
  );
}
