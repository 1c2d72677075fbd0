import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { followUp } from '@/db/schema/follow-ups';
import type { TemplateTask } from '@/lib/monitoring/task-lists/templates/words';
import { taskStates, taskSteps } from '@/lib/monitoring/task-lists/words';

/** A template of the lists of a year. Its first tasks, as many as `handed` says, were handed out and never change. */
export const taskTemplate = pgTable('task_template', {
  id: text().primaryKey(),
  title: text().notNull(),
  year: integer().notNull(),
  tasks: jsonb().$type<readonly TemplateTask[]>().notNull(),
  handed: integer().notNull().default(0),
  version: integer().notNull().default(1),
  editedBy: text('edited_by').notNull(),
  editedAt: moment('edited_at').notNull(),
});

/** A task of a unit in its list of a year. The row says what its events tell when they are replayed. */
export const unitTask = pgTable(
  'unit_task',
  {
    id: text().primaryKey(),
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    year: integer().notNull(),
    title: text().notNull(),
    /** What is to be reached, in words. */
    goal: text().notNull(),
    dueOn: date('due_on').notNull(),
    templateId: text('template_id').references(() => taskTemplate.id),
    /** The number of the task in its template, from 1. */
    templateTask: integer('template_task'),
    indicatorCode: text('indicator_code').references(() => indicator.code),
    followUpId: text('follow_up_id').references(() => followUp.id),
    measure: text().notNull().default(''),
    responsible: text().notNull().default(''),
    state: text({ enum: taskStates }).notNull(),
    /** The number of its events. */
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    // Handed out once to a unit, however often the template is handed out.
    unique('unit_task_once').on(t.templateId, t.templateTask, t.orgUnitCode),
    index('unit_task_by_unit').on(t.orgUnitCode, t.year),
    index('unit_task_by_due').on(t.year, t.state, t.dueOn),
    check('unit_task_state_known', sql`${t.state} in (${wordList(taskStates)})`),
  ],
);

/** Every step of a task, in order. Append-only: a trigger refuses updates and deletions. */
export const unitTaskEvent = pgTable(
  'unit_task_event',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => unitTask.id),
    step: integer().notNull(),
    kind: text({ enum: taskSteps }).notNull(),
    /** What the step says besides its words. */
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    words: text().notNull(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.step] }),
    check('unit_task_event_kind_known', sql`${t.kind} in (${wordList(taskSteps)})`),
  ],
);
