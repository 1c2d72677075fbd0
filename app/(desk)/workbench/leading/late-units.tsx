import { RemarkHere } from '@/app/(desk)/monitoring/follow-ups/remark-here';
import { keptRead } from '@/app/server/kept-read';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { daysSince, todayOf } from '@/lib/catalogue/today';
import { groupedBy } from '@/lib/grouped-by';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { followUpList } from '@/lib/monitoring/follow-ups/list/queries';
import { paths, withQuery } from '@/lib/paths';
import { lateUnits } from '@/lib/reporting/collections/progress/queries';

/** How many units of a collection are named, and how many follow-ups are listed. */
const named = 6;
const most = 5;

/** The units that are late in reporting, by collection, and the follow-ups that are overdue. */
export async function LateUnits({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'leading');
  const now = new Date();
  const today = todayOf({ now });
  const overdue = { unit: '', state: 'open', due: 'overdue', origin: '' } as const;
  const [missing, tasks] = await Promise.all([
    lateUnits(principal, now),
    keptRead(principal, ['overdue', today], () => followUpList(principal, overdue, { page: 1, today, most })),
  ]);
  const late = groupedBy(missing, ({ collection }) => collection);
  return (
    <Section
      id="late"
      title={t('late.title')}
      note={t('late.note', { today })}
      actions={
        <a href={paths.collections} className={buttonLook('outline')}>
          {t('late.tasks')}
        </a>
      }
    >
      {late.size === 0 && tasks.total === 0 && <p className="text-ink-2">{t('late.none')}</p>}
      <ul>
        {[...late].map(([collection, units]) => {
          const names = listed(
            units.slice(0, named).map((unit) => nameOf(unit, locale)),
            locale,
          );
          return (
            <li key={collection} className="border-b border-rule py-2">
              <a href={paths.collection(collection)} className="font-medium text-sea hover:underline">
                {units[0]?.title}
              </a>
              <p className="text-table">
                {t('late.units', {
                  ...{
                    count: units.length,
                    due: units[0]?.dueOn ?? '',
                    days: daysSince(units[0]?.dueOn ?? today, today),
                  },
                  names: units.length > named ? t('late.more', { names }) : names,
                })}
              </p>
              <RemarkHere
                principal={principal}
                id={`remark-collection-${collection}`}
                on={{ kind: 'collection', collection }}
                what={units[0]?.title ?? ''}
                locale={locale}
              />
            </li>
          );
        })}
        {tasks.lines.map((task) => (
          <li key={task.id} className="border-b border-rule py-2">
            <a href={paths.followUp(task.id)} className="font-medium text-sea hover:underline">
              {marked(task.title, locale)}
            </a>
            <p className="text-table">
              {marked(
                t('late.task', {
                  ...{ unit: nameOf(task.unit, locale), due: task.dueOn, days: daysSince(task.dueOn, today) },
                }),
                locale,
              )}
            </p>
            <RemarkHere
              principal={principal}
              id={`remark-${task.id}`}
              on={{ followUp: task }}
              what={task.title}
              locale={locale}
            />
          </li>
        ))}
      </ul>
      {tasks.total > tasks.lines.length && (
        <p className="mt-2">
          <a href={withQuery(paths.followUps, { due: 'overdue' })}>
            {t('late.moreTasks', { count: tasks.total - tasks.lines.length })}
          </a>
        </p>
      )}
    </Section>
  );
}
