import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RuleAddress } from '@/app/(desk)/monitoring/consequence-rules/address';
import { RuleStateMark } from '@/app/(desk)/monitoring/consequence-rules/state-mark';
import { numberIn } from '@/app/(desk)/monitoring/lamp-rules/address';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { may } from '@/lib/access/permissions';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { consequenceRuleList } from '@/lib/monitoring/consequences/rules/queries';
import { ruleTrial } from '@/lib/monitoring/consequences/rules/trial/queries';
import { writtenCondition, writtenNote, writtenShares } from '@/lib/monitoring/consequences/rules/written-rule';
import { writtenMet } from '@/lib/monitoring/consequences/written';
import { paths, withQuery } from '@/lib/paths';
import { Measures } from './measures';
import { TrialSection } from './trial-section';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'consequences')('rules.title') };
}

/** A rule: what it says, its trial on the past, and what may be done with it. */
export default async function ConsequenceRulePage({
  params,
  searchParams,
}: PageProps<'/monitoring/consequence-rules/[code]/[number]'>) {
  const [locale, principal, { code, number }, query] = await Promise.all([
    currentLocale(),
    principalFor('consequenceRules'),
    params,
    searchParams,
  ]);
  const rules = await consequenceRuleList(principal, addressPart(code));
  const rule = rules.find((one) => one.number === numberIn(number));
  if (!rule) notFound();
  const { done, try: tried } = RuleAddress.parse(query);
  const t = translator(locale, 'consequences');
  const now = new Date();
  const trial = tried ? await ruleTrial(principal, rule, now) : null;
  const month = (day: string) => writtenMet(day.slice(0, 7), locale);
  const by = (name: string | null, at: Date | null) =>
    name === null || at === null
      ? null
      : marked(t('rules.by', { name: writtenActor(name, locale), at: writtenMoment(at) }), locale);
  const mayManage = may(principal.role, 'consequenceRules.save');
  const shares = writtenShares(rule, locale);
  return (
    <>
      <PageHeader
        title={markedName(rule, locale)}
        subtitle={marked(
          `${rule.code} · ${t('rules.number', { number: rule.number })} · ${nameOf(rule.group, locale)}`,
          locale,
        )}
        breadcrumb={[{ label: t('rules.title'), href: paths.consequenceRules }]}
        actions={
          <>
            <RuleStateMark rule={rule} locale={locale} />
            {mayManage && (
              <a href={paths.consequenceRuleForm(rule.code, rule.number)} className={buttonLook('outline')}>
                {rule.state === 'draft' ? t('rules.edit') : t('rules.change')}
              </a>
            )}
          </>
        }
      />
      {done === 'saved' && <Notice>{t('rules.saved')}</Notice>}
      {done === 'adopted' && <Notice>{t('rules.adoptedNow', { from: month(rule.validFrom) })}</Notice>}
      {done === 'ended' && <Notice>{t('rules.endedNow')}</Notice>}
      {!mayManage && <Notice>{t('rules.readOnly')}</Notice>}
      <FactList
        facts={[
          [
            t('rules.says'),
            <span key="says">
              <span className="block">{marked(writtenCondition(rule, locale), locale)}</span>
              <span className="block text-table text-ink-2">{writtenNote(rule, locale)}</span>
            </span>,
          ],
          [t('rules.measure'), t(`measures.${rule.measure}`)],
          [t('rules.shares'), shares && marked(shares, locale)],
          [t('rules.from'), month(rule.validFrom)],
          [t('rules.to'), rule.validTo && month(rule.validTo)],
          [t('rules.edited'), by(rule.editor, rule.editedAt)],
          [t('rules.adopted'), by(rule.adopter, rule.adoptedAt)],
          [t('rules.ended'), by(rule.ender, rule.endedAt)],
          [t('rules.endReason'), rule.endReason && marked(rule.endReason, locale)],
        ]}
      />
      <Section title={t('rules.tried')} id="trial" note={t('rules.tryLead')}>
        {trial ? (
          <TrialSection trial={trial} rule={rule} locale={locale} />
        ) : (
          <a
            href={withQuery(paths.consequenceRule(rule.code, rule.number), { try: 1 }, 'trial')}
            className={buttonLook('outline')}
          >
            {t('rules.try')}
          </a>
        )}
      </Section>
      {may(principal.role, 'consequenceRules.adopt') && rule.state !== 'ended' && (
        <Measures rule={rule} me={principal.userId} now={now} from={month(rule.validFrom)} locale={locale} />
      )}
    </>
  );
}
