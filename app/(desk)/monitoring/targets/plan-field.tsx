import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { planParts } from '@/lib/monitoring/targets/target-input';
import { planShapes, type TargetPlan } from '@/lib/monitoring/targets/words';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';

/** How the year is divided: by quarter or month; in equal steps, as last year went, or as given. */
export function PlanField(props: { plan: TargetPlan | null; forAll?: true; locale: Locale }) {
  const { plan, forAll, locale } = props;
  const t = translator(locale, 'targets');
  const shapes = forAll ? (['linear', 'lastYear'] as const) : planShapes;
  const options = planParts.flatMap((by) =>
    shapes.map((shape) => ({
      value: `${by}-${shape}`,
      label: t('plan.option', { by: t(`plan.by.${by}`), shape: t(`plan.shapes.${shape}`) }),
    })),
  );
  return (
    <>
      <SelectField
        name="plan"
        label={t('plan.title')}
        hint={t(forAll ? 'plan.hintAll' : 'plan.hint')}
        value={plan && !forAll ? 'keep' : 'none'}
        className="max-w-md"
        options={[
          ...(plan && !forAll ? [{ value: 'keep', label: t('plan.keep') }] : []),
          { value: 'none', label: t('plan.none') },
          ...options,
        ]}
      />
      {!forAll && (
        <TextAreaField
          name="values"
          label={t('plan.values')}
          hint={t('plan.valuesHint')}
          value={plan?.shape === 'given' ? plan.values.join(' ') : ''}
          rows={2}
          className="max-w-md"
        />
      )}
    </>
  );
}

/** The values of a plan, each with the part of the year at whose end it is to be reached. */
export function PlanList(props: { plan: TargetPlan; indicator: { readonly decimals: number }; locale: Locale }) {
  const { plan, indicator, locale } = props;
  const t = translator(locale, 'targets');
  return (
    <div className="text-table">
      <p className="text-ink-2">
        {t('plan.option', { by: t(`plan.by.${plan.by}`), shape: t(`plan.shapes.${plan.shape}`) })}
      </p>
      <ol className="flex flex-wrap gap-x-5 gap-y-1">
        {plan.values.map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a year keep their places.
          <li key={at}>
            <span className="text-ink-2">{t(`plan.part.${plan.by}`, { at: at + 1 })}</span>{' '}
            <span className="tabular-nums">{writtenTarget(value, indicator)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
