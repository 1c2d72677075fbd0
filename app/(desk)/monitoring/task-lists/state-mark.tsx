import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { TaskState } from '@/lib/monitoring/task-lists/words';

const tones = { notBegun: 'gold', underWay: 'sea', done: 'plain', withdrawn: 'plain' } as const;

/** How far a task is, and whether it is late. */
export function TaskMark(props: { state: TaskState; isOverdue: boolean; locale: Locale }) {
  const t = translator(props.locale, 'taskLists');
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[props.state]}>{t(`states.${props.state}`)}</Badge>
      {props.isOverdue && <span className="font-semibold whitespace-nowrap text-vermilion">{t('overdue')}</span>}
    </span>
  );
}
