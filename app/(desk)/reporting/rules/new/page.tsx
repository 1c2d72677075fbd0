import type { Metadata } from 'next';
import * as z from 'zod';
import { create } from '@/app/(desk)/reporting/rules/actions';
import { DraftFields } from '@/app/(desk)/reporting/rules/draft-fields';
import { DraftForm } from '@/app/(desk)/reporting/rules/draft-form';
import { draftInAddress, readDraft } from '@/app/(desk)/reporting/rules/draft-in-address';
import { SaveForm } from '@/app/(desk)/reporting/rules/save-form';
import { Trial } from '@/app/(desk)/reporting/rules/trial';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { dryRun } from '@/lib/reporting/rules/dry-run/queries';
import { indicatorChoices } from '@/lib/reporting/rules/queries';
import { checkKinds } from '@/lib/reporting/rules/words';

const path = paths.newRule;
const Asked = z.object({
  kind: z.enum(checkKinds).catch('range'),
  try: z.literal('1').optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rules')('createTitle') };
}

export default async function NewRulePage({ searchParams }: PageProps<'/reporting/rules/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageRules')]);
  const [choices, raw] = await Promise.all([indicatorChoices(), searchParams]);
  const { kind, try: isTried } = Asked.parse(raw);
  const draft = { ...draftInAddress(raw), kind };
  const today = writtenMoment(new Date()).slice(0, 10);
  const read = isTried ? readDraft({ ...draft, validFrom: today }, choices, locale) : null;
  const run = read && 'rule' in read ? await dryRun(principal, read.rule) : null;
  const fault = read && 'fault' in read ? read.fault : null;
  const t = translator(locale, 'rules');
  return (
    <>
      <PageHeader
        title={t('createTitle')}
        subtitle={t('createLead')}
        breadcrumb={[{ label: t('title'), href: paths.rules }]}
      />
      <FilterBar action={path}>
        <FilterSelect
          label={t('kind')}
          name="kind"
          value={kind}
          options={checkKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </FilterBar>
      <p className="mb-4 max-w-3xl text-ink-2">{t(`kindLeads.${kind}`)}</p>
      <DraftForm
        // The key renews the fields for another draft.
        key={JSON.stringify(draft)}
        action={`${path}#tried`}
        submit={t('try')}
        fault={fault}
        faultTitle={t('refusals.title')}
        hidden={{ kind, try: '1' }}
      >
        <DraftFields kind={kind} draft={draft} isNew choices={choices} fault={fault} locale={locale} />
      </DraftForm>
      {run && (
        <Trial run={run} locale={locale}>
          <SaveForm action={create} draft={draft} validFrom={today} hidden={{ isOn: '1' }} locale={locale} />
        </Trial>
      )}
    </>
  );
}
