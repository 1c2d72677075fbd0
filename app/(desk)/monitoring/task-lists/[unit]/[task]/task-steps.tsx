import { move, note, plan, withdraw } from '@/app/(desk)/monitoring/task-lists/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { TaskView } from '@/lib/monitoring/task-lists/page/words';
import { isTakenIn } from '@/lib/monitoring/task-lists/steps';
import type { TaskMove } from '@/lib/monitoring/task-lists/words';

type Props = { view: TaskView; locale: Locale };

/** What the unit may do next with its task. */
export function UnitSteps({ view, locale }: Props) {
  const t = translator(locale, 'taskLists');
  const { id, version, unit, state, measure, responsible } = view;
  const hidden = { id, version, ownUnit: unit.code };
  const given = { refusedTitle: t('forms.refusedTitle'), className: 'max-w-2xl' };
  const words = (hint?: string) => (
    <TextAreaField name="note" label={t('forms.noteWords')} {...(hint && { hint })} rows={2} maxLength={500} />
  );
  const moving = (kind: TaskMove) => ({ action: move, hidden: { ...hidden, move: kind }, ...given });
  return (
    <div className="space-y-6">
      {isTakenIn(state, 'plan') && (
        <CommandForm id="plan" action={plan} submit={t('forms.plan')} hidden={hidden} {...given}>
          {measure === '' && <p className="mb-2 text-table text-ink-2">{t('forms.measureFirst')}</p>}
          <TextAreaField name="measure" label={t('forms.measure')} value={measure} rows={3} maxLength={500} />
          <TextField
            name="responsible"
            label={t('forms.responsible')}
            hint={t('forms.responsibleHint')}
            value={responsible}
            maxLength={60}
          />
        </CommandForm>
      )}
      {isTakenIn(state, 'begin') && measure !== '' && (
        <CommandForm id="begin" submit={t('forms.begin')} {...moving('begin')}>
          {words(t('forms.beginNote'))}
        </CommandForm>
      )}
      {state === 'underWay' && (
        <CommandForm id="note" action={note} submit={t('forms.note')} tone="outline" hidden={hidden} {...given}>
          {words()}
        </CommandForm>
      )}
      {isTakenIn(state, 'finish') && measure !== '' && (
        <CommandForm id="finish" submit={t('forms.finish')} folded={t('forms.finishFold')} {...moving('finish')}>
          {words(t('forms.finishNote'))}
        </CommandForm>
      )}
      {isTakenIn(state, 'reopen') && (
        <CommandForm id="reopen" submit={t('forms.reopen')} tone="outline" {...moving('reopen')}>
          {words(t('forms.reopenNote'))}
        </CommandForm>
      )}
    </div>
  );
}

/** The form by which the office withdraws a task. */
export function OfficeSteps({ view, locale }: Props) {
  const t = translator(locale, 'taskLists');
  const { id, version } = view;
  return (
    <CommandForm
      id="withdraw"
      action={withdraw}
      submit={t('forms.withdraw')}
      tone="danger"
      folded={t('forms.withdrawFold')}
      asks={{ question: t('forms.withdrawAsks'), yes: t('forms.withdrawYes'), no: t('forms.no') }}
      hidden={{ id, version }}
      refusedTitle={t('forms.refusedTitle')}
      className="max-w-2xl"
    >
      <TextAreaField name="reason" label={t('forms.withdrawReason')} rows={2} maxLength={300} />
    </CommandForm>
  );
}
