import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { emptyTasks, mostTasks, type TaskTemplate } from '@/lib/monitoring/task-lists/templates/words';
import { save } from './actions';

type Draft = Pick<TaskTemplate, 'id' | 'version' | 'title' | 'year' | 'tasks' | 'handed'>;

/** The form of a template: its name and year, and the tasks that were not handed out, with a few empty lines. */
export function TemplateForm({ draft, locale }: { draft: Draft; locale: Locale }) {
  const t = translator(locale, 'taskLists');
  const { id, version, title, year, tasks, handed } = draft;
  const open = tasks.slice(handed);
  const lines = [...open, ...Array.from({ length: Math.min(emptyTasks, mostTasks - tasks.length) }, () => null)];
  return (
    <CommandForm
      id="template"
      action={save}
      submit={t('templates.save')}
      hidden={{ template: id, version }}
      refusedTitle={t('forms.refusedTitle')}
      className="max-w-4xl"
    >
      <div className="grid gap-x-4 sm:grid-cols-[1fr_10rem]">
        <TextField name="title" label={t('templates.name')} value={title} maxLength={80} />
        <TextField name="year" label={t('templates.year')} value={`${year}`} inputMode="numeric" maxLength={4} />
      </div>
      {lines.map((task, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a form keep their places.
        <fieldset key={at} className="mb-2 border-t border-rule pt-3">
          <legend className="text-table text-ink-2">{t('templates.taskNumber', { number: handed + at + 1 })}</legend>
          <div className="grid gap-x-4 sm:grid-cols-[2fr_3fr_10rem]">
            <TextField name={`taskTitle-${at}`} label={t('forms.title')} value={task?.title ?? ''} maxLength={80} />
            <TextField name={`goal-${at}`} label={t('forms.goal')} value={task?.goal ?? ''} maxLength={300} />
            <TextField
              name={`dueOn-${at}`}
              label={t('forms.dueOn')}
              type="date"
              value={task?.dueOn ?? (year ? `${year}-12-31` : '')}
            />
          </div>
        </fieldset>
      ))}
    </CommandForm>
  );
}
