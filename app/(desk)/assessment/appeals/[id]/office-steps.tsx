import { accept, close, decide, decideAgain, reject, settle } from '@/app/(desk)/assessment/appeals/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import type { AppealView } from '@/lib/assessment/appeals/page/words';
import { type StepFault, stepFault } from '@/lib/assessment/appeals/steps';
import { type AppealStep, outcomes, type Remedy } from '@/lib/assessment/appeals/words';
import { writtenRemedy } from '@/lib/assessment/appeals/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Props = { view: AppealView; userId: string; today: string; locale: Locale };

/** Faults that the office is told in place of the form. */
const told = ['ownStep', 'ownPublication', 'reviewOpen', 'noRemedy'] as const satisfies readonly StepFault[];

/** What the office may do next, or why it waits. */
export function OfficeSteps({ view, userId, today, locale }: Props) {
  const t = translator(locale, 'appeals');
  const { id, version } = view;
  const taker = { actor: userId, today, publisher: view.publisher };
  const faultOf = (step: AppealStep) => stepFault(view, step, taker);
  const may = (step: AppealStep) => faultOf(step) === null;
  const given = { hidden: { id, version }, refusedTitle: t('forms.refusedTitle'), className: 'max-w-2xl' };
  const faults = (['accept', 'decide', 'decideReview', 'close'] as const).map(faultOf);
  const obstacle = told.find((fault) => faults.includes(fault));
  const decision = (
    <>
      <SelectField
        name="outcome"
        label={t('forms.decision')}
        value=""
        options={[
          { value: '', label: t('forms.choose') },
          ...outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        ]}
        className="max-w-xs"
      />
      <TextAreaField name="reason" label={t('forms.reason')} rows={4} maxLength={2000} />
    </>
  );
  return (
    <div className="space-y-6">
      {obstacle && (
        <p className="border-l-2 border-gold pl-3">{t(`page.${obstacle}`, { day: view.reviewUntil ?? '' })}</p>
      )}
      {may('accept') && (
        <CommandForm id="accept" action={accept} submit={t('forms.accept')} {...given}>
          <p className="mb-2 text-table text-ink-2">{t('forms.acceptLead')}</p>
        </CommandForm>
      )}
      {may('reject') && (
        <CommandForm
          id="reject"
          action={reject}
          submit={t('forms.reject')}
          tone="danger"
          folded={t('forms.reject')}
          {...given}
        >
          <TextAreaField name="reason" label={t('forms.rejectReason')} rows={2} maxLength={2000} />
        </CommandForm>
      )}
      {may('decide') && (
        <CommandForm id="decide" action={decide} submit={t('forms.decide')} {...given}>
          {decision}
        </CommandForm>
      )}
      {may('decideReview') && (
        <CommandForm id="decide-review" action={decideAgain} submit={t('forms.decideReview')} {...given}>
          <p className="mb-2 text-table text-ink-2">{t('forms.decideReviewLead')}</p>
          {decision}
        </CommandForm>
      )}
      {may('settle') && <Settling view={view} given={given} locale={locale} />}
      {may('close') && (
        <CommandForm id="close" action={close} submit={t('forms.close')} {...given}>
          <TextAreaField name="note" label={t('forms.note')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
    </div>
  );
}

type Given = { hidden: { id: string; version: number }; refusedTitle: string; className: string };

/** The choice of what an upheld appeal led to. */
function Settling({ view, given, locale }: { view: AppealView; given: Given; locale: Locale }) {
  const t = translator(locale, 'appeals');
  if (view.remedies.length === 0) return <p className="border-l-2 border-gold pl-3">{t('forms.noRemedies')}</p>;
  return (
    <CommandForm
      id="settle"
      action={settle}
      submit={t('forms.settle')}
      {...(view.remedy && { folded: t('forms.settleAgain'), tone: 'outline' as const })}
      {...given}
    >
      <SelectField
        name="remedy"
        label={t('forms.remedy')}
        hint={t('forms.remedyHint')}
        value=""
        options={[
          { value: '', label: t('forms.choose') },
          ...view.remedies.map((one) => ({ value: sentAs(one.remedy), label: writtenRemedy(one, locale) })),
        ]}
      />
      <TextAreaField name="note" label={t('forms.note')} rows={2} maxLength={1000} />
    </CommandForm>
  );
}

/** A remedy as the menu sends it. */
function sentAs(remedy: Remedy): string {
  return remedy.kind === 'figure' ? `figure/${remedy.indicator}/${remedy.period}` : `${remedy.kind}/${remedy.id}`;
}
