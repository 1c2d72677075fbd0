import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import {
  type ConditionKind,
  type ConsequenceRule,
  conditionFields,
  type RuleCondition,
  type WrittenRule,
} from '@/lib/monitoring/consequences/rules/words';
import { gradeName } from '@/lib/monitoring/consequences/rules/written-rule';
import { consequenceMeasures } from '@/lib/monitoring/consequences/words';
import { writtenMet } from '@/lib/monitoring/consequences/written';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import { save } from './actions';

/** What a form begins with; a new rule has no condition yet. */
export type RuleDraft = Pick<ConsequenceRule, 'nameZh' | 'nameEn' | 'measure' | 'shares' | 'grades'> & {
  readonly group: string;
  readonly condition: RuleCondition | null;
  /** 2026-03 */
  readonly firstMonth: string;
};

/** The form of a rule: what it looks at, what it proposes, for which sequence and from when on. */
export function RuleForm(props: {
  draft: RuleDraft;
  kind: ConditionKind;
  /** The rule that it changes or follows, as it was shown; null for a new one. */
  shown: Pick<ConsequenceRule, 'code' | 'number' | 'version'> | null;
  groups: readonly Named[];
  indicators: readonly IndicatorChoice[];
  schemes: readonly Named[];
  year: number;
  locale: Locale;
}) {
  const { draft, kind, shown, groups, indicators, schemes, year, locale } = props;
  const t = translator(locale, 'consequences');
  const months = [year - 1, year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => `${one}-${`${at + 1}`.padStart(2, '0')}`),
  );
  const choose = { value: '', label: t('rules.fields.choose') };
  const options = (rows: readonly Named[]) => rows.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
  const values = new Map<string, unknown>(draft.condition ? Object.entries(draft.condition) : []);
  const fields: readonly (keyof typeof words)[] = conditionFields[kind];
  const words = {
    indicator: [{ ...choose, label: t('rules.written.anyIndicator') }, ...options(indicators)],
    scheme: [choose, ...options(schemes)],
    grades: null,
    months: null,
    places: null,
    times: null,
    of: null,
    days: null,
  };
  return (
    <CommandForm
      id="rule"
      action={save}
      submit={t('rules.fields.save')}
      refusedTitle={t('forms.refusedTitle')}
      hidden={{ ruleCode: shown?.code ?? '', number: shown?.number ?? 0, version: shown?.version ?? 0, kind }}
      className="max-w-4xl"
    >
      <Section title={t('page.facts.rule')}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField name="nameZh" label={t('rules.fields.nameZh')} value={draft.nameZh} maxLength={60} />
          <TextField name="nameEn" label={t('rules.fields.nameEn')} value={draft.nameEn} maxLength={80} />
          <SelectField name="group" label={t('rules.fields.group')} value={draft.group} options={options(groups)} />
          <SelectField
            name="firstMonth"
            label={t('rules.fields.from')}
            hint={t('rules.fields.fromHint')}
            value={draft.firstMonth}
            options={months.map((value) => ({ value, label: writtenMet(value, locale) }))}
          />
          <SelectField
            name="measure"
            label={t('rules.fields.measure')}
            value={draft.measure}
            options={consequenceMeasures.map((value) => ({ value, label: t(`measures.${value}`) }))}
          />
        </div>
      </Section>
      <Section title={t(`rules.kinds.${kind}`)} note={t(`rules.kindHints.${kind}`)}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {fields.map((name) => {
            const choices = words[name];
            const label = t(`rules.fields.${name}`);
            if (choices)
              return (
                <SelectField
                  key={name}
                  name={name}
                  label={label}
                  value={`${values.get(name) ?? ''}`}
                  options={choices}
                />
              );
            const isGrades = name === 'grades';
            return (
              <TextField
                key={name}
                name={name}
                label={label}
                value={isGrades ? namedGrades(draft) : `${values.get(name) ?? ''}`}
                maxLength={isGrades ? 200 : 5}
                {...(isGrades ? { hint: t('rules.fields.gradesHint') } : { inputMode: 'numeric' as const })}
              />
            );
          })}
        </div>
      </Section>
      {kind === 'grades' && <ShareFields draft={draft} locale={locale} />}
    </CommandForm>
  );
}

type Graded = Pick<WrittenRule, 'grades' | 'shares'> & { readonly condition: RuleCondition | null };

/** The grades of a rule as the office types them, by their Chinese names. */
function namedGrades({ condition, grades }: Graded): string {
  if (condition?.kind !== 'grades') return '';
  return condition.grades.map((key) => gradeName(key, grades, 'zh-CN')).join('、');
}

function ShareFields({ draft, locale }: { draft: RuleDraft; locale: Locale }) {
  const t = translator(locale, 'consequences');
  const { shares, grades } = draft;
  const byGrade = Object.entries(shares?.byGrade ?? {})
    .map(([key, share]) => `${gradeName(key, grades, 'zh-CN')} ${share}`)
    .join('、');
  return (
    <Section title={t('rules.fields.shares')} note={t('rules.fields.sharesLead')}>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          name="byGrade"
          label={t('rules.fields.byGrade')}
          hint={t('rules.fields.byGradeHint')}
          value={byGrade}
          maxLength={300}
        />
        <div className="grid grid-cols-2 gap-x-4">
          <TextField
            name="base"
            label={t('rules.fields.base')}
            value={`${shares?.base ?? 0}`}
            inputMode="numeric"
            maxLength={6}
          />
          <TextField
            name="cap"
            label={t('rules.fields.cap')}
            value={`${shares?.cap ?? 20}`}
            inputMode="numeric"
            maxLength={6}
          />
        </div>
      </div>
    </Section>
  );
}
