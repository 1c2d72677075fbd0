import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RuleForm } from '@/app/(desk)/monitoring/consequence-rules/rule-form';
import { numberIn } from '@/app/(desk)/monitoring/lamp-rules/address';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { markedName } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { schemeList } from '@/lib/assessment/schemes/queries';
import { translator } from '@/lib/i18n/translator';
import { consequenceRuleList } from '@/lib/monitoring/consequences/rules/queries';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { paths } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'consequences')('rules.changeTitle') };
}

/** The form of a draft, or of the next version of a rule that was adopted or ended. */
export default async function ChangeConsequenceRulePage({
  params,
}: PageProps<'/monitoring/consequence-rules/[code]/[number]/edit'>) {
  const [locale, principal, { code, number }] = await Promise.all([
    currentLocale(),
    principalFor('manageConsequenceRules'),
    params,
  ]);
  const [rules, indicators, schemes] = await Promise.all([
    consequenceRuleList(principal, addressPart(code)),
    indicatorChoices(),
    schemeList(principal),
  ]);
  const rule = rules.find((one) => one.number === numberIn(number));
  if (!rule) notFound();
  const t = translator(locale, 'consequences');
  const year = yearOf(new Date());
  const first = rule.validFrom.slice(0, 7);
  return (
    <>
      <PageHeader
        title={t('rules.changeTitle')}
        subtitle={markedName(rule, locale)}
        breadcrumb={[
          { label: t('rules.title'), href: paths.consequenceRules },
          { label: `${rule.code} ${rule.number}`, href: paths.consequenceRule(rule.code, rule.number) },
        ]}
      />
      <RuleForm
        draft={{
          ...rule,
          group: rule.group.code,
          firstMonth: first >= `${year - 1}-01` ? first : `${year}-01`,
        }}
        kind={rule.condition.kind}
        shown={rule}
        groups={[rule.group]}
        indicators={indicators}
        schemes={schemes}
        year={year}
        locale={locale}
      />
    </>
  );
}
