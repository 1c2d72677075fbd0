import * as z from 'zod';
import { Year } from '@/lib/monitoring/targets/target-input';
import { TaskWords } from '@/lib/monitoring/task-lists/task-input';
import { mostTasks } from '@/lib/monitoring/task-lists/templates/words';
import { Code, CollectionId, line } from '@/lib/reporting/collections/terms';

/** A template with those of its tasks that were not handed out; no id and version 0 for a new one. */
export const TemplateInput = z.strictObject({
  id: z.union([z.literal(''), CollectionId]),
  version: z.int().min(0),
  title: line(4, 80),
  year: Year,
  tasks: z.array(TaskWords).max(mostTasks),
});

/** To whom a template is handed out: the members of a sequence, or chosen units where there is none. */
export const HandOutInput = z.strictObject({
  id: CollectionId,
  version: z.int().min(1),
  peerGroupCode: Code.nullable(),
  unitCodes: z.array(Code).max(5000),
});
