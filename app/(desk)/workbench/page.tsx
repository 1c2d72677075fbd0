import type { Metadata } from 'next';
import { LampAddress } from '@/app/(desk)/monitoring/lamps/address';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { may, maySee } from '@/lib/access/permissions';
import { manualFor } from '@/lib/help/manuals';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

import { AppealWork } from './appeal-work';
import { BackupWork } from './backup-work';
import { CatalogueWork } from './catalogue-work';
import { CitedWork } from './cited-work';
import { ConsequenceWork } from './consequence-work';
import { DepartmentIndicators } from './department-indicators';
import { FirstSteps } from './first-steps';
import { FollowUpWork } from './follow-up-work';
import { LampWork } from './lamp-work';
import { Leading } from './leading/leading';
import { LedgerWork } from './ledger-work';
import { MappingWork } from './mapping-work';
import { OfficeWork } from './office-work';
import { Places } from './places';
import { ReviewWork } from './review-work';
import { RunWork } from './run-work';
import { SchemeWork } from './scheme-work';
import { TargetWork } from './target-work';
import { TaskListWork } from './task-list-work';
import { UnitFigures } from './unit-figures';
import { UnitReturns } from './unit-returns';
import { YearWork } from './year-work';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('workbench.title') };
}

/** The start page of those who work: their tasks; where there are none, and on a telephone, the rooms they may enter. */
export default async function WorkbenchPage({ searchParams }: PageProps<'/workbench'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('workbench'), searchParams]);
  const isLeading = maySee(principal.role, 'leading');
  const t = translator(locale, 'access');
  const manual = manualFor(principal.role);
  const hasWork =
    (['entry', 'review', 'manageCollections', 'manageRuns'] as const).some((view) => maySee(principal.role, view)) ||
    principal.unitCode !== null ||
    principal.department !== null;
  return (
    <>
      <PageHeader
        title={t('workbench.title')}
        actions={
          manual && (
            <a href={paths.manual(manual)} className={buttonLook('outline')}>
              {translator(locale, 'help')('manuals.toOwn')}
            </a>
          )
        }
        subtitle={`${t('workbench.lead', { name: principal.name })} ${t(`roles.${principal.role}`)} · ${t(`duties.${principal.role}`)}`}
      />
      {may(principal.role, 'backup.ask') && <BackupWork principal={principal} locale={locale} />}
      {maySee(principal.role, 'managePlace') && <FirstSteps principal={principal} locale={locale} />}
      {hasWork && (
        <div className="min-w-0">
          {(maySee(principal.role, 'ownTargets') || maySee(principal.role, 'manageTargets')) && (
            <TargetWork principal={principal} locale={locale} />
          )}
          {maySee(principal.role, 'entry') && <UnitReturns principal={principal} locale={locale} />}
          {maySee(principal.role, 'review') && <ReviewWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'manageYearPlan') && <YearWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'manageReports') && <LampWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'manageCollections') && <OfficeWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'followUps') && <FollowUpWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'consequences') && <ConsequenceWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'taskLists') && <TaskListWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'appeals') && <AppealWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'cited') && <CitedWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'mapping') && <MappingWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'manageRuns') && <RunWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'manageSchemes') && <SchemeWork principal={principal} locale={locale} />}
          {maySee(principal.role, 'manageLedger') && <LedgerWork principal={principal} locale={locale} />}
          {may(principal.role, 'proposal.confirm') && <CatalogueWork principal={principal} locale={locale} />}
          {principal.unitCode && <UnitFigures principal={principal} unitCode={principal.unitCode} locale={locale} />}
          {principal.department && <DepartmentIndicators department={principal.department} locale={locale} />}
        </div>
      )}
      {isLeading && <Leading principal={principal} group={LampAddress.parse(query).group} locale={locale} />}
      {isLeading && !hasWork && <ConsequenceWork principal={principal} locale={locale} />}
      <Places principal={principal} locale={locale} isBeside={hasWork || isLeading} />
    </>
  );
}
