import type { Metadata } from 'next';
import { NewRuleAddress } from '@/app/(desk)/monitoring/consequence-rules/address';
import { RuleForm } from '@/app/(desk)/monitoring/consequence-rules/rule-form';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { schemeList } from '@/lib/assessment/schemes/queries';
import { translator } from '@/lib/i18n/translator';
import { conditionKinds } from '@/lib/monitoring/consequences/rules/words';
import { responsibilityFilters } from '@/lib/monitoring/responsibilities/queries';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { paths, withQuery } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'consequences')('rules.createTitle') };
}

/** A new rule of consequences: what it looks at is chosen first. */
export default async function NewConsequenceRulePage({ searchParams }: PageProps<'/monitoring/consequence-rules/new'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('manageConsequenceRules'),
    searchParams,
  ]);
  const [{ groups }, indicators, schemes] = await Promise.all([
    responsibilityFilters(principal),
    indicatorChoices(),
    schemeList(principal),
  ]);
  const { kind, group } = NewRuleAddress.parse(query);
  const t = translator(locale, 'consequences');
  const year = yearOf(new Date());
  return (
    <>
      <PageHeader
        title={t('rules.createTitle')}
        subtitle={t('rules.createLead')}
        breadcrumb={[{ label: t('rules.title'), href: paths.consequenceRules }]}
      />
      <Section title={t('rules.fields.kind')} id="kind" className="mt-2">
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {conditionKinds.map((one) => (
            <li key={one} className="border-l-2 border-rule pl-3 has-[[aria-current]]:border-sea">
              <a
                href={withQuery(paths.newConsequenceRule, { kind: one, group })}
                {...(one === kind && { 'aria-current': true })}
                className="inline-block font-medium text-sea hover:underline aria-[current]:underline max-sm:py-2"
              >
                {t(`rules.kinds.${one}`)}
              </a>
              <p className="text-table text-ink-2">{t(`rules.kindHints.${one}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <RuleForm
        // The key renews the fields for another kind.
        key={kind}
        draft={{
          ...{ nameZh: '', nameEn: '', measure: 'reminderLetter', shares: null, grades: [], condition: null },
          ...{ group: group || (groups[0]?.code ?? ''), firstMonth: `${year}-01` },
        }}
        kind={kind}
        shown={null}
        groups={groups}
        indicators={indicators}
        schemes={schemes}
        year={year}
        locale={locale}
      />
    </>
  );
}
