import * as z from 'zod';
import { FollowUpId } from '@/lib/monitoring/follow-ups/follow-up-input';
import { Year } from '@/lib/monitoring/targets/target-input';
import { taskMoves } from '@/lib/monitoring/task-lists/words';
import { Code, CollectionId, Day, line, lines, Reason } from '@/lib/reporting/collections/terms';

/** Which task, in which version it was shown. */
export const ShownTask = z.strictObject({ id: CollectionId, version: z.int().min(1) });

/** The same for its unit, which sends the unit of the page. */
export const OwnTask = ShownTask.extend({ unit: Code });

/** The words of a task, and the day by which it is to be done. */
export const TaskWords = z.strictObject({ title: line(4, 80), goal: lines(2, 300), dueOn: Day });

/** A task that the office adds to the list of a unit, and why. */
export const AddInput = TaskWords.extend({
  ...{ unit: Code, year: Year, responsible: line(0, 60), reason: Reason },
  /** An indicator or a follow-up of the unit; null for none. */
  indicator: Code.nullable(),
  followUp: FollowUpId.nullable(),
});

/** What the unit does about it, and who answers for it. */
export const PlanInput = OwnTask.extend({ measure: lines(4, 500), responsible: line(2, 60) });

export const Note = lines(2, 500);
export const MoveInput = OwnTask.extend({ move: z.enum(taskMoves), note: Note });
export const WithdrawInput = ShownTask.extend({ reason: Reason });
