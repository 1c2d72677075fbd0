import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { change } from '@/app/(desk)/reporting/rules/actions';
import { DraftFields } from '@/app/(desk)/reporting/rules/draft-fields';
import { DraftForm } from '@/app/(desk)/reporting/rules/draft-form';
import { draftInAddress, readDraft } from '@/app/(desk)/reporting/rules/draft-in-address';
import { namesOf } from '@/app/(desk)/reporting/rules/rule-names';
import { RuleState } from '@/app/(desk)/reporting/rules/rule-state';
import { SaveForm } from '@/app/(desk)/reporting/rules/save-form';
import { SeverityMark } from '@/app/(desk)/reporting/rules/severity-mark';
import { Trial } from '@/app/(desk)/reporting/rules/trial';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { may } from '@/lib/access/permissions';
import { dayAfter } from '@/lib/catalogue/today';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { dryRun } from '@/lib/reporting/rules/dry-run/queries';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import { indicatorChoices, ruleHistory } from '@/lib/reporting/rules/queries';
import { draftOf } from '@/lib/reporting/rules/rule-draft';
import { writtenRule } from '@/lib/reporting/rules/written-rule';
import { HistoryTable } from './history-table';

const Asked = z.object({
  done: z.literal('1').optional().catch(undefined),
  try: z.literal('1').optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rules')('title') };
}

export default async function RulePage({ params, searchParams }: PageProps<'/reporting/rules/[code]'>) {
  const [locale, principal, { code }] = await Promise.all([currentLocale(), principalFor('rules'), params]);
  const [rows, choices, raw] = await Promise.all([ruleHistory(principal, code), indicatorChoices(), searchParams]);
  const rule = rows[0]?.rule;
  if (!rule) notFound();
  const { done, try: isAsked } = Asked.parse(raw);
  const mayChange = may(principal.role, 'rule.change');
  const isTried = mayChange && isAsked === '1';
  const t = translator(locale, 'rules');
  const naming = namesOf(choices, locale);
  const today = writtenMoment(new Date()).slice(0, 10);
  // The next row of a rule must begin at least a day later.
  const from = today > rule.validFrom ? today : dayAfter(rule.validFrom);
  const held = draftOf(rule);
  const draft = isTried ? { ...draftInAddress(raw), kind: rule.kind, code } : held;
  const read = isTried ? readDraft({ ...draft, validFrom: from }, choices, locale) : null;
  const run = read && 'rule' in read ? await dryRun(principal, read.rule) : null;
  const fault = read && 'fault' in read ? read.fault : null;
  const path = paths.rule(code);
  const follows = { follows: rule.validFrom };
  const { validFrom: _, ...unchanged } = held;
  return (
    <>
      <PageHeader
        title={t(`kinds.${rule.kind}`)}
        subtitle={writtenRule(rule, naming, locale)}
        breadcrumb={[{ label: t('title'), href: paths.rules }]}
        actions={<RuleState rule={rule} today={today} locale={locale} />}
      />
      {done && <Notice>{t('saved')}</Notice>}
      {!mayChange && <Notice>{t('readOnly')}</Notice>}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Section title={t('facts')} id="facts" className="mt-8 min-w-0">
          <FactList
            facts={[
              [t('code'), code],
              [t('severity'), <SeverityMark key="severity" severity={rule.severity} locale={locale} />],
              [t('indicators'), listed(namedIndicators(rule).map(naming), locale) || t('allIndicators')],
              [t('since'), rule.validFrom],
              [t('message'), (locale === 'en' && rule.messageEn) || rule.messageZh || t('written')],
            ]}
          />
        </Section>
        <Section title={t('history')} id="history" className="mt-8 min-w-0">
          <HistoryTable rows={rows} naming={naming} today={today} locale={locale} />
        </Section>
      </div>
      {mayChange && (
        <div className="grid gap-x-12 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Section title={t('change')} id="change" note={t('changeNote')} className="mt-8 min-w-0">
            <p className="mb-4 max-w-3xl text-ink-2">{t(`kindLeads.${rule.kind}`)}</p>
            <DraftForm
              key={JSON.stringify(draft)}
              action={`${path}#tried`}
              submit={t('try')}
              fault={fault}
              faultTitle={t('refusals.title')}
              hidden={{ try: '1' }}
            >
              <DraftFields
                kind={rule.kind}
                draft={draft}
                isNew={false}
                choices={choices}
                fault={fault}
                locale={locale}
              />
            </DraftForm>
          </Section>
          {!isTried && (
            <Section title={t(rule.isActive ? 'switchOffTitle' : 'switchOnTitle')} id="switch" className="mt-8 min-w-0">
              <CommandForm
                key={rule.validFrom}
                action={change}
                submit={t(rule.isActive ? 'switchOff' : 'switchOn')}
                tone={rule.isActive ? 'danger' : 'outline'}
                refusedTitle={translator(locale, 'errors')('title')}
                hidden={{ ...unchanged, ...follows, isOn: rule.isActive ? '0' : '1' }}
              >
                <TextField
                  name="validFrom"
                  label={t('fields.validFrom')}
                  hint={t('hints.validFrom')}
                  value={from}
                  maxLength={10}
                />
              </CommandForm>
            </Section>
          )}
        </div>
      )}
      {run && (
        <Trial run={run} locale={locale}>
          <SaveForm
            action={change}
            draft={draft}
            validFrom={from}
            hidden={{ ...follows, isOn: rule.isActive ? '1' : '0' }}
            locale={locale}
          />
        </Trial>
      )}
    </>
  );
}
