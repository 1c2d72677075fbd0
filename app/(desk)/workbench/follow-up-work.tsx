import { FollowUpTable } from '@/app/(desk)/monitoring/follow-ups/follow-up-table';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { followUpCounts, followUpList } from '@/lib/monitoring/follow-ups/list/queries';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** The most lines on the workbench. */
const most = 10;

/** Follow-ups that wait: for a unit its own by due date, for the office checks, extensions, remarks and late ones. */
export async function FollowUpWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const today = todayOf({ now: new Date() });
  const counts = await followUpCounts(principal, today);
  if (!counts || Object.values(counts).every((count) => count === 0)) return null;
  const t = translator(locale, 'followUps');
  const tally = tallyIn(locale);
  const count = (key: keyof typeof counts, asked: Readonly<Record<string, string>>, part = '') =>
    tally(t(`work.${key}`), 'items', counts[key], withQuery(paths.followUps, { ...asked, unit }, part));
  const isOffice = maySee(principal.role, 'manageFollowUps');
  const unit = principal.unitCode ?? '';
  const late = count('overdue', { due: 'overdue' });
  const own = { unit, state: 'open', due: '', origin: '' } as const;
  const { lines, total } = isOffice
    ? { lines: [], total: 0 }
    : await followUpList(principal, own, { page: 1, today, most });
  return (
    <Section
      id="follow-ups"
      title={t('work.title')}
      actions={
        <a href={paths.followUps} className={buttonLook('outline')}>
          {t('work.all')}
        </a>
      }
    >
      <Tally
        counts={
          isOffice
            ? [
                count('remarks', {}, 'remarks'),
                count('toAssign', { state: 'raised' }),
                count('toCheck', { state: 'toCheck' }),
                count('extensions', { state: 'extension' }),
                late,
              ]
            : [
                count('toSign', { state: 'assigned' }),
                count('inThree', { due: 'soon' }),
                count('inOne', { due: 'next' }),
                late,
                count('sentBack', { state: 'working' }),
              ]
        }
      />
      {lines.length > 0 && (
        <FollowUpTable lines={lines} caption={t('work.title')} today={today} own={null} locale={locale} />
      )}
      {total > lines.length && !isOffice && (
        <p className="mt-2 text-table text-ink-2">{t('work.more', { count: total - lines.length })}</p>
      )}
    </Section>
  );
}
