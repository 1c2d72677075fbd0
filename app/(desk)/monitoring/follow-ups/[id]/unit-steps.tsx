import { ask, note, plan, report, sign } from '@/app/(desk)/monitoring/follow-ups/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FollowUpView } from '@/lib/monitoring/follow-ups/page/words';
import { isTakenIn } from '@/lib/monitoring/follow-ups/steps';
import type { FollowUpStep } from '@/lib/monitoring/follow-ups/words';

/** What the unit that answers for a follow-up may do next. */
export function UnitSteps({ view, locale }: { view: FollowUpView; locale: Locale }) {
  const t = translator(locale, 'followUps');
  const { id, version, unit, state, measures, extension } = view;
  const may = (step: FollowUpStep) => isTakenIn(state, step);
  const given = {
    hidden: { id, version, ownUnit: unit },
    refusedTitle: t('forms.refusedTitle'),
    className: 'max-w-2xl',
  };
  return (
    <div className="space-y-6">
      {may('sign') && <CommandForm id="sign" action={sign} submit={t('forms.sign')} {...given} />}
      {may('plan') && (
        <CommandForm
          id="plan"
          action={plan}
          submit={t('forms.plan')}
          {...(measures !== '' && { folded: t('forms.editMeasures'), tone: 'outline' as const })}
          {...given}
        >
          <TextAreaField
            name="measures"
            label={t('forms.measures')}
            hint={t('forms.measuresHint')}
            value={measures}
            rows={4}
            maxLength={2000}
          />
        </CommandForm>
      )}
      {may('note') && (
        <CommandForm id="note" action={note} submit={t('forms.addNote')} tone="outline" {...given}>
          <TextAreaField name="note" label={t('forms.note')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {may('report') && (
        <CommandForm id="report" action={report} submit={t('forms.sendReport')} {...given}>
          <TextAreaField
            name="report"
            label={t('forms.report')}
            hint={t('forms.reportLead')}
            rows={3}
            maxLength={1000}
          />
        </CommandForm>
      )}
      {may('askExtension') && !extension && (
        <CommandForm
          id="ask"
          action={ask}
          submit={t('forms.askExtension')}
          tone="outline"
          folded={t('forms.askExtension')}
          {...given}
        >
          <TextField name="until" label={t('forms.until')} type="date" className="max-w-xs" />
          <TextAreaField name="reason" label={t('forms.extensionReason')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
    </div>
  );
}
