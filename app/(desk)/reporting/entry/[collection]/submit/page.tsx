import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { explain, submit } from '@/app/(desk)/reporting/entry/[collection]/actions';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { roomsFor, translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { summaryOf } from '@/lib/reporting/entry/form/summary';
import { blocks } from '@/lib/reporting/rules/find';
import { FindingTable } from './finding-table';
import { SummaryTable } from './summary-table';
import { UnsavedNotice } from './unsaved-notice';

const Told = z.object({
  /** The number of explanations that were not saved, since another person changed the figure. */
  explained: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'entry')('submitTitle') };
}

/** The review before a return is submitted: its figures, their changes and findings. */
export default async function SubmitPage(props: PageProps<'/reporting/entry/[collection]/submit'>) {
  const [{ collection }, locale, principal, asked] = await Promise.all([
    props.params,
    currentLocale(),
    principalFor('entry'),
    props.searchParams,
  ]);
  const told = Told.parse(asked);
  const form = await entryForm(principal, addressPart(collection), new Date());
  if (!form) notFound();
  const { head } = form;
  const t = translator(locale, 'entry');
  const summary = summaryOf(form);
  const path = paths.entry(head.collectionId);
  const blocking = summary.findings.filter(blocks).length;
  const missing = [
    ...(blocking > 0 ? [t('mustMend', { count: blocking })] : []),
    ...(summary.silent.length > 0 ? [t('mustExplain', { count: summary.silent.length })] : []),
  ];
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
      {told.explained !== undefined && told.explained > 0 && (
        <Notice tone="warn">{t('savedWithConflicts', { count: told.explained })}</Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warn">
          {missing.map((sentence) => (
            <span key={sentence} className="block">
              {sentence}
            </span>
          ))}
        </Notice>
      )}
      <UnsavedNotice
        collectionId={head.collectionId}
        unitCode={head.unit.code}
        figures={form.figures}
        rooms={roomsFor(locale, 'entry')}
        locale={locale}
      />
      <ul className="mb-4 list-disc pl-5">
        <li>{t('summaryCounts', { sent: summary.lines.length, ...summary.counts })}</li>
        <li>{summary.jumps > 0 ? t('jumps', { count: summary.jumps }) : t('noJumps')}</li>
        {summary.firsts > 0 && <li>{t('firsts', { count: summary.firsts })}</li>}
      </ul>
      <Section id="findings" title={t('findings')} note={t('findingsLead')}>
        {summary.findings.length === 0 ? (
          <p className="text-ink-2">{t('noFindings')}</p>
        ) : summary.silent.length === 0 ? (
          <FindingTable summary={summary} formPath={path} locale={locale} />
        ) : (
          <CommandForm
            // The key renews the form once something was saved.
            key={head.version}
            action={explain}
            submit={t('saveExplanations')}
            refusedTitle={t('notSaved')}
            hidden={{ collectionId: head.collectionId, unitCode: head.unit.code }}
          >
            <div className="mb-3">
              <FindingTable summary={summary} formPath={path} locale={locale} />
            </div>
          </CommandForm>
        )}
      </Section>
      <Section id="figures" title={t('figures')}>
        <SummaryTable lines={summary.lines} caption={t('summary')} locale={locale} />
      </Section>
      <div className="mt-6 border-t border-rule pt-4">
        {missing.length === 0 && summary.lines.length > 0 ? (
          <>
            <p className="mb-3 text-ink-2">{t('submitLead')}</p>
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
          </>
        ) : (
          <>
            <p className="mb-3 text-ink-2">{missing.join(' ') || t('nothingToSend')}</p>
            <a href={path} className={buttonLook('primary')}>
              {t('backToForm')}
            </a>
          </>
        )}
      </div>
    </>
  );
}
