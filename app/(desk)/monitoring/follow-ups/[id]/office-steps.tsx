import {
  assign,
  check,
  close,
  decide,
  drop,
  edit,
  merge,
  sendBack,
  transfer,
} from '@/app/(desk)/monitoring/follow-ups/actions';
import { TermsFields } from '@/app/(desk)/monitoring/follow-ups/terms-fields';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import type { ActiveUnit } from '@/lib/catalogue/groups/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FollowUpView } from '@/lib/monitoring/follow-ups/page/words';
import { isTakenIn } from '@/lib/monitoring/follow-ups/steps';
import type { FollowUpStep } from '@/lib/monitoring/follow-ups/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';

type Props = {
  view: FollowUpView;
  units: readonly ActiveUnit[];
  indicators: readonly IndicatorChoice[];
  userId: string;
  today: string;
  locale: Locale;
};

/** What the office may do next. */
export function OfficeSteps(props: Props) {
  const { view, units, indicators, userId, today, locale } = props;
  const t = translator(locale, 'followUps');
  const { id, version, state, extension, condition, metBy } = view;
  const isOwn = view.reportedBy === userId;
  const may = (step: FollowUpStep) => isTakenIn(state, step);
  const given = { hidden: { id, version }, refusedTitle: t('forms.refusedTitle'), className: 'max-w-2xl' };
  const owner = view.units.get(view.unit);
  const isBegun = view.merged.length > 0 || view.history.some(({ step }) => step.kind === 'sign');
  const checks = may('check') || may('close');
  return (
    <div className="space-y-6">
      {may('assign') &&
        (view.dueOn < today ? (
          <p className="border-l-2 border-gold pl-3">{t('page.pastDue')}</p>
        ) : (
          <CommandForm id="assign" action={assign} submit={t('forms.assign')} {...given}>
            <p className="mb-2 text-table text-ink-2">
              {t('forms.assignLead', { unit: owner ? nameOf(owner, locale) : view.unit })}
            </p>
          </CommandForm>
        ))}
      {may('edit') && (
        <CommandForm
          id="edit"
          action={edit}
          submit={t('forms.saveEdit')}
          tone="outline"
          folded={t('forms.edit')}
          {...given}
          className="max-w-4xl"
        >
          <TermsFields terms={view} units={units} indicators={indicators} locale={locale} />
        </CommandForm>
      )}
      {extension && (
        <CommandForm id="decide" action={decide} submit={t('forms.decideExtension')} {...given}>
          <SelectField
            name="decision"
            label={t('forms.decision')}
            value="grant"
            options={(['grant', 'decline'] as const).map((value) => ({ value, label: t(`forms.${value}`) }))}
            className="max-w-xs"
          />
          <TextAreaField name="reason" label={t('forms.decisionReason')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {checks && isOwn && <p className="border-l-2 border-gold pl-3">{t('page.ownReport')}</p>}
      {may('check') && !isOwn && <CommandForm id="check" action={check} submit={t('forms.check')} {...given} />}
      {may('close') && !isOwn && (
        <>
          <CommandForm id="close" action={close} submit={t('forms.close')} {...given}>
            <TextAreaField name="finding" label={t('forms.finding')} rows={3} maxLength={1000} />
            {condition && !metBy && (
              <div id="field-close-despite" tabIndex={-1} className="mb-4">
                <Tick name="despite">{t('forms.despite')}</Tick>
              </div>
            )}
          </CommandForm>
          <CommandForm
            id="send-back"
            action={sendBack}
            submit={t('forms.sendBack')}
            tone="danger"
            folded={t('forms.sendBack')}
            {...given}
          >
            <TextAreaField name="reason" label={t('forms.sendBackReason')} rows={2} maxLength={1000} />
          </CommandForm>
        </>
      )}
      {may('transfer') && (
        <CommandForm
          id="transfer"
          action={transfer}
          submit={t('forms.transfer')}
          tone="danger"
          folded={t('forms.transfer')}
          {...given}
        >
          <SelectField
            name="to"
            label={t('forms.to')}
            hint={t('forms.transferHint')}
            value=""
            options={[
              { value: '', label: t('forms.choose') },
              ...units
                .filter(({ code }) => code !== view.unit)
                .map((one) => ({ value: one.code, label: nameOf(one, locale) })),
            ]}
          />
          <TextAreaField name="reason" label={t('forms.transferReason')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {view.mergeable.length > 0 && (
        <CommandForm
          id="merge"
          action={merge}
          submit={t('forms.merge')}
          tone="danger"
          folded={t('forms.merge')}
          {...given}
        >
          <SelectField
            name="into"
            label={t('forms.into')}
            hint={t('forms.mergeHint')}
            value=""
            options={[
              { value: '', label: t('forms.choose') },
              ...view.mergeable.map((one) => ({
                value: one.id,
                label: `${writtenNumber(one.id, locale)} ${one.title}`,
              })),
            ]}
          />
          <TextAreaField name="reason" label={t('forms.mergeReason')} rows={2} maxLength={1000} />
        </CommandForm>
      )}
      {may('drop') && !isBegun && (
        <CommandForm id="drop" action={drop} submit={t('forms.drop')} tone="danger" folded={t('forms.drop')} {...given}>
          <TextAreaField
            name="reason"
            label={t('forms.dropReason')}
            hint={t('forms.dropHint')}
            rows={2}
            maxLength={1000}
          />
        </CommandForm>
      )}
    </div>
  );
}
