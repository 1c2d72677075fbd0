import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { lastGoodBackup } from '@/lib/backups/queries';
import { ageOf } from '@/lib/backups/words';
import { diskSpaces } from '@/lib/health/state/disk-space';
import { databaseState, lastChainCheck, waitingWork } from '@/lib/health/state/queries';
import { isNearlyFull } from '@/lib/health/state/words';
import { version } from '@/lib/health/version/product';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { settings } from '@/lib/settings';
import { StatementTable, TableSizes } from './tables';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'state')('title') };
}

/** How the product fares, for whoever keeps it running: versions, the database, backups, the audit chain, disks, waiting work. */
export default async function StatePage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('state')]);
  const policy = settings();
  const [database, chain, waiting, lastGood, disks] = await Promise.all([
    databaseState(principal),
    lastChainCheck(principal),
    waitingWork(principal),
    lastGoodBackup(principal),
    diskSpaces(policy.folders),
  ]);
  if (!database || !waiting) return null;
  const t = translator(locale, 'state');
  const now = new Date();
  const age = ageOf(lastGood, { now, isScheduled: policy.backupHour !== null });
  const warnings = [
    ...(chain && chain.brokenAt !== null ? [t('chainBroken', { seq: chain.brokenAt })] : []),
    ...disks.filter(isNearlyFull).map((disk) => t(`nearlyFull.${disk.folder}`)),
    ...(age === 'fresh' ? [] : [translator(locale, 'backups')(age, { at: lastGood ? writtenMoment(lastGood) : '' })]),
    ...(waiting.failedMessages > 0 ? [t('failedMessages', { count: waiting.failedMessages })] : []),
  ];
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {warnings.map((text) => (
        <Notice key={text} tone="warn">
          {text}
        </Notice>
      ))}
      <Section id="product" title={t('product')} className="mb-8">
        <FactList
          facts={[
            [t('version'), version],
            [t('upSince'), writtenMoment(new Date(now.getTime() - process.uptime() * 1000))],
            [t('migrated'), database.migratedAt && writtenMoment(database.migratedAt)],
            [t('lastBackup'), lastGood ? writtenMoment(lastGood) : t('none')],
            [t('chain'), chain ? t('chainAt', { at: writtenMoment(chain.at), events: chain.events }) : t('never')],
          ]}
        />
      </Section>
      <Section id="disks" title={t('disks')} note={t('disksNote')} className="mb-8">
        <FactList
          facts={disks.map(({ folder, free, total }) => [
            t(`folders.${folder}`),
            t('free', { free: free / 1e9, total: total / 1e9, share: free / total }),
          ])}
        />
      </Section>
      <Section id="waiting" title={t('waiting')} className="mb-8">
        <FactList
          facts={[
            [t('messages'), t('count', { count: waiting.messages })],
            [t('uploads'), t('count', { count: waiting.uploads })],
            [t('backups'), t('count', { count: waiting.backups })],
          ]}
        />
      </Section>
      <Section id="database" title={t('database')} className="mb-8">
        <FactList
          facts={[
            [t('postgres'), database.version],
            [t('databaseSince'), writtenMoment(database.startedAt)],
            [t('connections'), t('connectionsOf', { used: database.connections, most: database.mostConnections })],
            [t('size'), t('megabytes', { size: database.bytes / 1e6 })],
          ]}
        />
        <TableSizes tables={database.tables} locale={locale} />
      </Section>
      <Section id="slow" title={t('slow')} note={database.slow ? t('slowNote') : t('slowMissing')}>
        {database.slow && database.slow.length > 0 && <StatementTable statements={database.slow} locale={locale} />}
      </Section>
    </>
  );
}
