import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { taskCounts } from '@/lib/monitoring/task-lists/list/queries';
import { paths } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** The tasks of lists that are open: of all units for the office and leaders, of its own for a unit. */
export async function TaskListWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const counts = await taskCounts(principal, todayOf({ now: new Date() }));
  if (!counts || counts.open === 0) return null;
  const t = translator(locale, 'taskLists');
  const tally = tallyIn(locale);
  const seesAll = maySee(principal.role, 'allTaskLists');
  const href = seesAll || principal.unitCode === null ? paths.taskLists : paths.taskList(principal.unitCode);
  return (
    <Section
      id="task-lists"
      title={t('work.title')}
      actions={
        <a href={href} className={buttonLook('outline')}>
          {t(seesAll ? 'work.all' : 'work.own')}
        </a>
      }
    >
      <Tally
        counts={(['open', 'overdue', 'notBegun'] as const).map((key) =>
          tally(t(`work.${key}`), 'items', counts[key], href),
        )}
      />
    </Section>
  );
}
