import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import { backupList, lastGoodBackup } from '@/lib/backups/queries';
import { ageOf } from '@/lib/backups/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { settings } from '@/lib/settings';
import { ask } from './actions';
import { BackupTable } from './backup-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'backups')('title') };
}

/** The backups of the product: when the last good one was written, the newest ones, and the way to ask for one. */
export default async function BackupsPage({ searchParams }: PageProps<'/access/backups'>) {
  const [locale, principal, { done }] = await Promise.all([currentLocale(), principalFor('backups'), searchParams]);
  const [backups, lastGood] = await Promise.all([backupList(principal), lastGoodBackup(principal)]);
  const t = translator(locale, 'backups');
  const last = backups.find(({ state }) => state === 'good') ?? null;
  const age = ageOf(lastGood, { now: new Date(), isScheduled: settings().backupHour !== null });
  const at = lastGood ? writtenMoment(lastGood) : '';
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {done === 'asked' && <Notice>{t('asked')}</Notice>}
      {age === 'fresh' ? (
        <p className="mb-4 text-ink-2">{t('lastGood', { at })}</p>
      ) : (
        <Notice tone="warn">{t(age, { at })}</Notice>
      )}
      {last && !last.isEncrypted && <Notice tone="warn">{t('open')}</Notice>}
      {may(principal.role, 'backup.ask') && (
        <Section id="ask" title={t('ask')} note={t('askLead')} className="my-8">
          <CommandForm
            id="ask-backup"
            action={ask}
            submit={t('ask')}
            refusedTitle={translator(locale, 'errors')('title')}
            hidden={{}}
            className="max-w-md"
          />
        </Section>
      )}
      {backups.length > 0 && <BackupTable backups={backups} locale={locale} />}
      <Section id="restoring" title={t('restoring')} note={t('restoringLead')} className="mt-8">
        <pre className="rounded-md whitespace-pre-wrap border border-line p-3 font-mono text-table" data-printed="true">
          {'npm run restore -- baton-….sql.gz --to FOLDER\nBATON_DATA=FOLDER npm start'}
        </pre>
      </Section>
    </>
  );
}
