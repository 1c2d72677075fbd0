import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { numberIn } from '@/app/(desk)/monitoring/lamp-rules/address';
import { RuleSetForm } from '@/app/(desk)/monitoring/lamp-rules/rule-set-form';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { translator } from '@/lib/i18n/translator';
import { ruleSetList } from '@/lib/monitoring/lamps/rule-sets/queries';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { paths } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'lamps')('rules.changeTitle') };
}

/** The form of a draft, or of the next number of a set that holds or ended. */
export default async function ChangeLampRulesPage({
  params,
}: PageProps<'/monitoring/lamp-rules/[code]/[number]/edit'>) {
  const [locale, principal, { code, number }] = await Promise.all([
    currentLocale(),
    principalFor('manageLampRules'),
    params,
  ]);
  const [sets, choices] = await Promise.all([ruleSetList(principal, addressPart(code)), indicatorChoices()]);
  const set = sets.find((one) => one.number === numberIn(number));
  if (!set) notFound();
  const t = translator(locale, 'lamps');
  const year = yearOf(new Date());
  const first = set.validFrom.slice(0, 7);
  return (
    <>
      <PageHeader
        title={t('rules.changeTitle')}
        subtitle={set.nameZh}
        breadcrumb={[
          { label: t('rules.title'), href: paths.lampRules },
          { label: `${set.code} ${set.number}`, href: paths.lampRuleSet(set.code, set.number) },
        ]}
      />
      <RuleSetForm
        draft={{ ...set, firstMonth: first >= `${year}-01` ? first : `${year}-01` }}
        shown={set}
        groups={[{ code: set.group, nameZh: set.groupZh, nameEn: set.groupEn }]}
        choices={choices}
        year={year}
        locale={locale}
      />
    </>
  );
}
