import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { Section } from '@/app/ui/shell/section';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampRuleSet } from '@/lib/monitoring/lamps/rule-sets/words';
import { ruleField, ruleFields, tickedFields } from '@/lib/monitoring/lamps/rule-sets/words';
import type { LampRules } from '@/lib/monitoring/lamps/words';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import { save } from './actions';
import { IndicatorTicks } from './indicator-ticks';

/** What a form begins with. */
export type RuleSetDraft = Pick<LampRuleSet, 'nameZh' | 'group' | 'indicators' | 'byEarlierYears' | 'rules'> & {
  /** 2026-03 */
  readonly firstMonth: string;
};

/** The form of a set of rules: for which sequence and indicators, from when on, and each kind of rule. */
export function RuleSetForm(props: {
  draft: RuleSetDraft;
  /** The set that it changes or follows, as it was shown; null for a new one. */
  shown: Pick<LampRuleSet, 'code' | 'number' | 'version'> | null;
  groups: readonly Named[];
  choices: readonly IndicatorChoice[];
  year: number;
  locale: Locale;
}) {
  const { draft, shown, groups, choices, year, locale } = props;
  const t = translator(locale, 'lamps');
  const months = [year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => ({
      value: monthText({ year: one, month: at + 1 }),
      label: writtenPeriod(periodCode('month', one, at + 1), locale),
    })),
  );
  return (
    <CommandForm
      id="rule-set"
      action={save}
      submit={t('rules.save')}
      refusedTitle={translator(locale, 'errors')('title')}
      hidden={{ ruleCode: shown?.code ?? '', number: shown?.number ?? 0, version: shown?.version ?? 0 }}
      className="max-w-4xl"
    >
      <Section title={t('rules.basics')} className="mt-2">
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField name="nameZh" label={t('rules.fields.nameZh')} value={draft.nameZh} maxLength={60} />
          <SelectField
            name="group"
            label={t('rules.fields.group')}
            value={draft.group}
            options={groups.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
          />
          <SelectField
            name="firstMonth"
            label={t('rules.fields.from')}
            hint={t('rules.fields.fromHint')}
            value={draft.firstMonth}
            options={months}
          />
        </div>
        <Tick name="byEarlierYears" isOn={draft.byEarlierYears} className="mb-4">
          {t('rules.fields.byEarlierYears')}
        </Tick>
      </Section>
      <Section title={t('rules.rulesOf')} note={t('rules.fields.worst')}>
        <div className="grid gap-x-8 lg:grid-cols-2">
          {Object.entries(ruleFields).map(([kind, fields]) => (
            <RuleFields
              key={kind}
              kind={kind as keyof typeof ruleFields}
              fields={fields}
              rules={draft.rules}
              locale={locale}
            />
          ))}
        </div>
      </Section>
      <Section title={t('rules.fields.indicators')}>
        <IndicatorTicks choices={choices} chosen={draft.indicators} locale={locale} />
      </Section>
    </CommandForm>
  );
}

function RuleFields(props: {
  kind: keyof typeof ruleFields;
  fields: readonly string[];
  rules: LampRules;
  locale: Locale;
}) {
  const { kind, fields, rules, locale } = props;
  const t = translator(locale, 'lamps');
  const held = rules.find((one) => one.kind === kind);
  const values = new Map<string, unknown>(held ? Object.entries(held) : []);
  return (
    <fieldset className="mb-4 border-b border-rule">
      <legend className="font-medium">{t(`rules.fields.kinds.${kind}`)}</legend>
      <div id={`field-rule-set-${kind}`} tabIndex={-1}>
        <Tick name={kind} isOn={held !== undefined}>
          {t('rules.fields.use')}
        </Tick>
      </div>
      {fields.map((name) => {
        const field = ruleField(kind, name) as 'place-redFall';
        const label = t(`rules.fields.${field}`);
        const value = values.get(name);
        return tickedFields.includes(name) ? (
          <div key={name} id={`field-rule-set-${field}`} tabIndex={-1}>
            <Tick name={field} isOn={value === true}>
              {label}
            </Tick>
          </div>
        ) : (
          <TextField
            key={name}
            name={field}
            label={label}
            value={typeof value === 'number' ? `${value}` : ''}
            inputMode="numeric"
            maxLength={7}
            className="max-w-xs"
          />
        );
      })}
    </fieldset>
  );
}
