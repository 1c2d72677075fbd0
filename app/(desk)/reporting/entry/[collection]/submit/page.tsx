import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { submit } from '@/app/(desk)/reporting/entry/[collection]/actions';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { summaryOf } from '@/lib/reporting/entry/form/summary';
import { blocks } from '@/lib/reporting/rules/find';
import { FindingTable } from './finding-table';
import { SummaryTable } from './summary-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'entry')('submitTitle') };
}

/** The review before a return is submitted: its figures, their changes and findings. */
export default async function SubmitPage({ params }: PageProps<'/reporting/entry/[collection]/submit'>) {
  const [{ collection }, locale, principal] = await Promise.all([params, currentLocale(), principalFor('entry')]);
  const form = await entryForm(principal, addressPart(collection), new Date());
  if (!form) notFound();
  const { head } = form;
  const t = translator(locale, 'entry');
  const summary = summaryOf(form);
  const path = paths.entry(head.collectionId);
  const isBlocked = summary.findings.some(blocks) || summary.silent.length > 0 || summary.lines.length === 0;
  return (
    <>
      <PageHeader
        title={t('submitTitle')}
        breadcrumb={[
          { label: t('tasksTitle'), href: paths.tasks },
          { label: head.title, href: path },
        ]}
        subtitle={`${nameOf(head.unit, locale)} · ${writtenPeriod(head.periodCode, locale)}`}
      />
      <ul className="mb-4 list-disc pl-5">
        <li>{t('summaryCounts', { sent: summary.lines.length, ...summary.counts })}</li>
        <li>{summary.jumps > 0 ? t('jumps', { count: summary.jumps }) : t('noJumps')}</li>
        {summary.firsts > 0 && <li>{t('firsts', { count: summary.firsts })}</li>}
      </ul>
      <Section id="findings" title={t('findings')} note={t('findingsLead')}>
        {summary.findings.length === 0 ? (
          <p className="text-ink-2">{t('noFindings')}</p>
        ) : (
          <FindingTable summary={summary} formPath={path} locale={locale} />
        )}
      </Section>
      <Section id="figures" title={t('figures')}>
        <SummaryTable lines={summary.lines} caption={t('summary')} locale={locale} />
      </Section>
      <div className="mt-6 border-t border-rule pt-4">
        <p className="mb-3 text-ink-2">{t('submitLead')}</p>
        {isBlocked ? (
          <a href={path} className={buttonLook('primary')}>
            {t('backToForm')}
          </a>
        ) : (
          <CommandForm
            action={submit}
            submit={t('submit')}
            refusedTitle={t('notSubmitted')}
            hidden={{ collectionId: head.collectionId, unitCode: head.unit.code, version: head.version }}
            actions={
              <a href={path} className={buttonLook('outline')}>
                {t('backToForm')}
              </a>
            }
          />
        )}
      </div>
    </>
  );
}
