import { complete, confirm, decline, enter } from '@/app/(desk)/monitoring/consequences/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceView } from '@/lib/monitoring/consequences/page/words';
import { isTakenIn } from '@/lib/monitoring/consequences/steps';

/** What the office may do next: decide what was proposed, or record what was done. */
export function OfficeSteps({ view, today, locale }: { view: ConsequenceView; today: string; locale: Locale }) {
  const t = translator(locale, 'consequences');
  const { id, version, state, unit } = view;
  const given = { hidden: { id, version }, refusedTitle: t('forms.refusedTitle'), className: 'max-w-2xl' };
  const when = (label: string) => (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <TextField name="on" label={label} type="date" value={today} />
      <TextField name="paper" label={t('forms.paper')} maxLength={80} />
    </div>
  );
  return (
    <div className="space-y-6">
      {isTakenIn(state, 'confirm') && (
        <CommandForm id="confirm" action={confirm} submit={t('forms.confirm')} {...given}>
          <p className="mb-2 text-table text-ink-2">{t('forms.confirmLead', { unit: nameOf(unit, locale) })}</p>
          <TextAreaField name="reason" label={t('forms.confirmReason')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {isTakenIn(state, 'decline') && (
        <CommandForm
          id="decline"
          action={decline}
          submit={t('forms.decline')}
          tone="danger"
          folded={t('forms.decline')}
          {...given}
        >
          <TextAreaField name="reason" label={t('forms.declineReason')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {isTakenIn(state, 'enter') && (
        <CommandForm id="enter" action={enter} submit={t('forms.enter')} {...given}>
          {when(t('forms.on'))}
          <TextAreaField name="words" label={t('forms.words')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {isTakenIn(state, 'complete') && (
        <CommandForm
          id="complete"
          action={complete}
          submit={t('forms.complete')}
          folded={t('forms.completeFold')}
          tone="outline"
          {...given}
        >
          {when(t('forms.completedOn'))}
          <TextAreaField name="words" label={t('forms.completeWords')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
    </div>
  );
}
