import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { numberIn, RuleSetAddress } from '@/app/(desk)/monitoring/lamp-rules/address';
import { StateMark } from '@/app/(desk)/monitoring/lamp-rules/state-mark';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { may, maySee } from '@/lib/access/permissions';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { ruleSetList } from '@/lib/monitoring/lamps/rule-sets/queries';
import { trialOf } from '@/lib/monitoring/lamps/rule-sets/trial/queries';
import { writtenRules } from '@/lib/monitoring/lamps/rule-sets/written-rules';
import { paths, withQuery } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';
import { Measures } from './measures';
import { TrialSection } from './trial-section';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'lamps')('rules.title') };
}

/** A set of rules: what it says, its trial on the past, and what may be done with it. */
export default async function LampRuleSetPage({
  params,
  searchParams,
}: PageProps<'/monitoring/lamp-rules/[code]/[number]'>) {
  const [locale, principal, { code, number }, query] = await Promise.all([
    currentLocale(),
    principalFor('lampRules'),
    params,
    searchParams,
  ]);
  const [sets, choices] = await Promise.all([ruleSetList(principal, addressPart(code)), indicatorChoices()]);
  const set = sets.find((one) => one.number === numberIn(number));
  if (!set) notFound();
  const { done, try: tried } = RuleSetAddress.parse(query);
  const t = translator(locale, 'lamps');
  const path = paths.lampRuleSet(set.code, set.number);
  const now = new Date();
  const trial = tried ? await trialOf(principal, set, now) : null;
  const names = new Map(choices.map((one) => [one.code, nameOf(one, locale)]));
  const month = (day: string) =>
    writtenPeriod(periodCode('month', Number(day.slice(0, 4)), Number(day.slice(5, 7))), locale);
  const by = (name: string | null, at: Date | null) =>
    name === null || at === null
      ? null
      : marked(t('rules.by', { name: writtenActor(name, locale), at: writtenMoment(at) }), locale);
  return (
    <>
      <PageHeader
        title={marked(set.nameZh, locale)}
        subtitle={`${set.code} · ${t('rules.number', { number: set.number })} · ${locale === 'en' ? set.groupEn : set.groupZh}`}
        breadcrumb={[{ label: t('rules.title'), href: paths.lampRules }]}
        actions={
          <>
            <StateMark set={set} locale={locale} />
            {may(principal.role, 'lampRules.save') && (
              <a href={paths.lampRuleForm(set.code, set.number)} className={buttonLook('outline')}>
                {set.state === 'draft' ? t('rules.edit') : t('rules.change')}
              </a>
            )}
          </>
        }
      />
      {done === 'saved' && <Notice>{t('rules.saved')}</Notice>}
      {done === 'adopted' && <Notice>{t('rules.adoptedNow', { from: month(set.validFrom) })}</Notice>}
      {done === 'ended' && <Notice>{t('rules.endedNow')}</Notice>}
      {!may(principal.role, 'lampRules.save') && <Notice>{t('rules.readOnly')}</Notice>}
      <Section title={t('rules.says')} id="says" className="mt-2">
        <FactList
          facts={[
            [
              t('rules.says'),
              <ul key="says">
                {writtenRules(set.rules, locale).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>,
            ],
            [
              t('rules.indicators'),
              set.indicators.length === 0
                ? t('rules.allIndicators')
                : listed(
                    set.indicators.map((one) => names.get(one) ?? one),
                    locale,
                  ),
            ],
            [t('rules.curve'), t(set.byEarlierYears ? 'page.source.earlierYears' : 'page.source.linear')],
            [t('rules.from'), month(set.validFrom)],
            [t('rules.to'), set.validTo && month(set.validTo)],
            [t('rules.edited'), by(set.editor, set.editedAt)],
            [t('rules.adopted'), by(set.adopter, set.adoptedAt)],
            [t('rules.ended'), by(set.ender, set.endedAt)],
            [t('rules.endReason'), set.endReason && marked(set.endReason, locale)],
          ]}
        />
      </Section>
      {maySee(principal.role, 'lampRuleDrafts') && (
        <Section title={t('rules.tried')} id="trial" note={t('rules.tryLead')}>
          {trial ? (
            <TrialSection trial={trial} colour={tried ?? 'red'} path={path} set={set} locale={locale} />
          ) : (
            <a href={withQuery(path, { try: 'red' }, 'trial')} className={buttonLook('outline')}>
              {t('rules.try')}
            </a>
          )}
        </Section>
      )}
      {may(principal.role, 'lampRules.adopt') && set.state !== 'ended' && (
        <Measures set={set} me={principal.userId} now={now} from={month(set.validFrom)} locale={locale} />
      )}
    </>
  );
}
