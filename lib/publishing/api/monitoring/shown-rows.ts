import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FollowUpState } from '@/lib/monitoring/follow-ups/words';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import { lampWord, writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import type { TaskState } from '@/lib/monitoring/task-lists/words';
import type { lampsAfter, TaskRow } from '@/lib/publishing/api/monitoring/queries';
import type { ApiLamp, ApiTask } from '@/lib/publishing/api/schemas';

type LampFound = Awaited<ReturnType<typeof lampsAfter>>[number];

/** A lamp as programs read it, with the words and the reason that pages tell. */
export function shownLamp({ of, ...lamp }: LampFound): ApiLamp {
  return {
    ...{ unit: lamp.unit, indicator: lamp.indicator, period: monthText(lamp).replace('-', '-M'), colour: lamp.colour },
    ...{ word_zh: lampWord(lamp, 'zh-CN'), word_en: lampWord(lamp, 'en') },
    ...{ reason_zh: writtenReason(lamp, of, 'zh-CN'), reason_en: writtenReason(lamp, of, 'en') },
    ...{ red_in_row: lamp.redInRow, red_in_year: lamp.redInYear },
    told_at: lamp.toldAt === null ? null : new Date(lamp.toldAt).toISOString(),
    is_revised: lamp.isRevised,
  };
}

/** A follow-up or a task of a list as programs read it. */
export function shownTask({ updated_at, ...row }: TaskRow): ApiTask {
  return {
    ...row,
    ...{ word_zh: stateWord(row, 'zh-CN'), word_en: stateWord(row, 'en') },
    updated_at: new Date(updated_at).toISOString(),
  };
}

const stateWord = ({ kind, state }: Pick<TaskRow, 'kind' | 'state'>, locale: Locale): string =>
  kind === 'followUp'
    ? translator(locale, 'followUps')(`states.${state as FollowUpState}`)
    : translator(locale, 'taskLists')(`states.${state as TaskState}`);
