import type { Principal } from '@/lib/access/principal';
import { lastGoodBackup } from '@/lib/backups/queries';
import { ageOf } from '@/lib/backups/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { WaitingLine } from './waiting-line';

/** For administrators: a line while there is no good backup, or the last one is too old. */
export async function BackupWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const last = await lastGoodBackup(principal);
  const age = ageOf(last, { now: new Date(), isScheduled: settings().backupHour !== null });
  if (age === 'fresh') return null;
  const at = last ? writtenMoment(last) : '';
  return <WaitingLine href={paths.backups}>{translator(locale, 'backups')(age, { at })}</WaitingLine>;
}
