import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { commandNames, grantOf, may, maySee } from '@/lib/access/permissions';
import { manualFor } from '@/lib/help/manuals';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

import { DepartmentIndicators } from './department-indicators';
import { OfficeWork } from './office-work';
import { Places } from './places';
import { ReviewWork } from './review-work';
import { RunWork } from './run-work';
import { UnitFigures } from './unit-figures';
import { UnitReturns } from './unit-returns';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('workbench.title') };
}

/** The start page of those who work: their tasks, their permissions, and links. */
export default async function WorkbenchPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('workbench')]);
  const t = translator(locale, 'access');
  const commands = commandNames.filter((name) => may(principal.role, name) && grantOf(name).scope !== 'self');
  const manual = manualFor(principal.role);
  const hasWork = commands.length > 0 || principal.unitCode !== null || principal.department !== null;
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
      <div className={hasWork ? 'grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_220px]' : ''}>
        {hasWork && (
          <div className="min-w-0">
            {maySee(principal.role, 'entry') && <UnitReturns principal={principal} locale={locale} />}
            {maySee(principal.role, 'review') && <ReviewWork principal={principal} locale={locale} />}
            {maySee(principal.role, 'manageCollections') && <OfficeWork principal={principal} locale={locale} />}
            {maySee(principal.role, 'manageRuns') && <RunWork principal={principal} locale={locale} />}
            {principal.unitCode && <UnitFigures principal={principal} unitCode={principal.unitCode} locale={locale} />}
            {principal.department && <DepartmentIndicators department={principal.department} locale={locale} />}
            {commands.length > 0 && (
              <Section title={t('workbench.canDo')} id="can-do">
                <ul className="grid gap-x-8 sm:grid-cols-2">
                  {commands.map((name) => (
                    <li key={name} className="border-b border-rule py-2">
                      {t(`matrix.commands.${name}`)}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </div>
        )}
        <Places principal={principal} locale={locale} isAside={hasWork} />
      </div>
    </>
  );
}
