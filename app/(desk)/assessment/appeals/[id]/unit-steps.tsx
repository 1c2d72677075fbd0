import { review, withdraw } from '@/app/(desk)/assessment/appeals/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import type { AppealView } from '@/lib/assessment/appeals/page/words';
import { stepFault } from '@/lib/assessment/appeals/steps';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** What the unit may do next with its appeal. */
export function UnitSteps(props: { view: AppealView; userId: string; today: string; locale: Locale }) {
  const { view, userId, today, locale } = props;
  const t = translator(locale, 'appeals');
  const { id, version, unit, publisher } = view;
  const taker = { actor: userId, today, publisher };
  const reviewFault = stepFault(view, 'askReview', taker);
  const given = {
    hidden: { id, version, ownUnit: unit },
    refusedTitle: t('forms.refusedTitle'),
    className: 'max-w-2xl',
  };
  return (
    <div className="space-y-6">
      {reviewFault === null ? (
        <CommandForm
          id="ask-review"
          action={review}
          submit={t('forms.askReview')}
          tone="outline"
          folded={t('forms.askReview')}
          {...given}
        >
          <TextAreaField name="reason" label={t('forms.askReviewReason')} rows={4} maxLength={2000} />
        </CommandForm>
      ) : (
        <p className="text-ink-2">
          {reviewFault === 'reviewOver' ? t('page.reviewOver', { day: view.reviewUntil ?? '' }) : t('page.waits')}
        </p>
      )}
      {stepFault(view, 'withdraw', taker) === null && (
        <CommandForm
          id="withdraw"
          action={withdraw}
          submit={t('forms.withdraw')}
          tone="danger"
          folded={t('forms.withdraw')}
          {...given}
        >
          <TextAreaField name="note" label={t('forms.note')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
    </div>
  );
}
