import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { ReturnTable } from '@/app/ui/reporting/return-table';
import { PageHeader } from '@/app/ui/shell/page-header';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { ownReturns } from '@/lib/reporting/entry/form/queries';
import { isToDo } from '@/lib/reporting/entry/form/to-do';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'entry')('tasksTitle') };
}

/** All returns of the reporter's own unit, those with work to do first. */
export default async function TasksPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('entry')]);
  const t = translator(locale, 'entry');
  const now = new Date();
  const returns = await ownReturns(principal, now);
  const [first] = returns;
  return (
    <>
      <PageHeader
        title={t('tasksTitle')}
        subtitle={
          first &&
          t('tasksLead', {
            unit: nameOf(first.unit, locale),
            count: returns.length,
            open: returns.filter(isToDo).length,
          })
        }
        actions={
          <a href={paths.figuresImport} className={buttonLook('outline')}>
            {t('import')}
          </a>
        }
      />
      {first ? (
        <ReturnTable returns={returns} now={now} caption={t('tasksTitle')} locale={locale} />
      ) : (
        <EmptyState title={t('noTasks')} reason={t('noTasksReason')} />
      )}
    </>
  );
}
