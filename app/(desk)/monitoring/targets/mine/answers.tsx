import { answer } from '@/app/(desk)/monitoring/targets/actions';
import { PlanList } from '@/app/(desk)/monitoring/targets/plan-field';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { OwnTarget } from '@/lib/monitoring/targets/own/queries';

type Of = { readonly unit: string; readonly year: number; readonly locale: Locale };

/** Confirms all targets that are ticked at once. */
export function AnswerAll({ unit, year, targets, locale }: Of & { targets: readonly OwnTarget[] }) {
  const t = translator(locale, 'targets');
  const versions = Object.fromEntries(targets.map(({ indicator, version }) => [`version-${indicator.code}`, version]));
  return (
    <CommandForm
      id="all"
      action={answer}
      submit={t('mine.confirmTicked')}
      refusedTitle={translator(locale, 'errors')('title')}
      hidden={{ unit, year, answer: 'confirmed', ...versions }}
      folded={t('mine.several', { count: targets.length })}
      className="mb-4"
    >
      <ul className="mb-2 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {targets.map(({ indicator, base }) => (
          <li key={indicator.code}>
            <Tick name={`target-${indicator.code}`} isOn>
              {nameOf(indicator, locale)} {base}
            </Tick>
          </li>
        ))}
      </ul>
    </CommandForm>
  );
}

/** The answer to one target, its plan, and the reason of a dispute. */
export function AnswerOne({ unit, year, target, locale }: Of & { target: OwnTarget }) {
  const t = translator(locale, 'targets');
  const { indicator, version, plan, answerReason } = target;
  const name = nameOf(indicator, locale);
  const form = {
    action: answer,
    refusedTitle: translator(locale, 'errors')('title'),
  };
  const hidden = { unit, year, indicator: indicator.code, [`version-${indicator.code}`]: version };
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-2 py-1">
      {plan && <PlanList plan={plan} indicator={indicator} locale={locale} />}
      {target.answer === 'disputed' && (
        <p className="max-w-prose break-words">{t('mine.disputedFor', { reason: answerReason })}</p>
      )}
      {target.answer !== 'confirmed' && (
        <CommandForm
          id={`confirm-${indicator.code}`}
          {...form}
          submit={t('mine.confirm')}
          label={t('mine.confirmOf', { indicator: name })}
          hidden={{ ...hidden, answer: 'confirmed' }}
        />
      )}
      <CommandForm
        id={`dispute-${indicator.code}`}
        {...form}
        submit={t('mine.dispute')}
        label={t('mine.disputeOf', { indicator: name })}
        tone="outline"
        folded={t('mine.disputeFold')}
        hidden={{ ...hidden, answer: 'disputed' }}
        className="w-full max-w-xl"
      >
        <TextAreaField name="reason" label={t('mine.reason')} hint={t('mine.reasonHint')} rows={2} maxLength={300} />
      </CommandForm>
    </div>
  );
}
