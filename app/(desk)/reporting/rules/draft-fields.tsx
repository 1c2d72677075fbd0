import { SelectField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import { type Draft, type DraftField, kindFields } from '@/lib/reporting/rules/rule-draft';
import type { CheckKind } from '@/lib/reporting/rules/words';
import { severities } from '@/lib/reporting/words';
import type { DraftFault } from './draft-in-address';
import { IndicatorBoxes } from './indicator-boxes';
import { namesOf } from './rule-names';

/** The fields of a rule of one kind. The code is a field only for a new rule. */
export function DraftFields(props: {
  kind: CheckKind;
  draft: Draft;
  isNew: boolean;
  choices: readonly IndicatorChoice[];
  fault: DraftFault | null;
  locale: Locale;
}) {
  const { kind, draft, choices, fault, locale } = props;
  const t = translator(locale, 'rules');
  const naming = namesOf(choices, locale);
  const isWide = (field: DraftField) => field === 'expression' || field === 'messageZh' || field === 'messageEn';
  const line = (field: TextName, hint: string, maxLength = 40) => (
    <TextField
      key={field}
      name={field}
      label={t(`fields.${field}`)}
      hint={hint}
      value={draft[field] ?? ''}
      maxLength={maxLength}
      {...(isWide(field) && { className: 'sm:col-span-2' })}
    />
  );
  const boxes = (name: 'indicatorCodes' | 'parts') => (
    <IndicatorBoxes
      key={name}
      name={name}
      hint={t(`hints.${name}`)}
      choices={choices}
      chosen={draft[name] ?? ''}
      fault={fault?.field === name ? fault.message : null}
      locale={locale}
    />
  );
  const fieldFor = (field: DraftField) => {
    switch (field) {
      case 'parts':
        return boxes('parts');
      case 'whole':
        return (
          <SelectField
            key={field}
            name="whole"
            label={t('fields.whole')}
            value={draft.whole ?? ''}
            options={[
              { value: '', label: t('choose') },
              ...choices.map(({ code }) => ({ value: code, label: naming(code) })),
            ]}
          />
        );
      case 'atMost':
        return (
          <SelectField
            key={field}
            name="atMost"
            label={t('fields.atMost')}
            value={draft.atMost ?? ''}
            options={[
              { value: '', label: t('relations.equal') },
              { value: 'atMost', label: t('relations.atMost') },
            ]}
          />
        );
      case 'min':
      case 'max':
        return line(field, t('hints.bound'));
      case 'expression':
        return line(field, t('hints.expression'), 500);
      case 'tolerance':
        return line(field, t(kind === 'formula' ? 'hints.formulaTolerance' : 'hints.tolerance'));
      case 'most':
      case 'percent':
      case 'points':
      case 'factors':
      case 'tolerancePercent':
      case 'growthPoints':
      case 'deviations':
        return line(field, t(`hints.${field}`));
      default:
        return null;
    }
  };
  const namesItself = kind === 'formula' || kind === 'sumOfParts';
  return (
    <div className="grid gap-x-6 sm:grid-cols-2 sm:items-end">
      {props.isNew && line('code', t('hints.code'), 60)}
      <SelectField
        name="severity"
        label={t('fields.severity')}
        value={draft.severity ?? 'query'}
        options={severities.map((value) => ({
          value,
          label: `${translator(locale, 'reporting')(`severities.${value}`)} · ${t(`severityHints.${value}`)}`,
        }))}
      />
      {/* Begins a new line. */}
      {!props.isNew && <div className="max-sm:hidden" />}
      {kindFields[kind].map(fieldFor)}
      {kind === 'formula' && <Codes choices={choices} locale={locale} />}
      {!namesItself && boxes('indicatorCodes')}
      {line('messageZh', t('hints.message'), 300)}
      {line('messageEn', t('hints.message'), 300)}
    </div>
  );
}

type TextName = Exclude<
  DraftField,
  'kind' | 'severity' | 'indicatorCodes' | 'whole' | 'parts' | 'atMost' | 'validFrom'
>;

/** The codes of indicators with their names, for authors of formulas. */
function Codes({ choices, locale }: { choices: readonly IndicatorChoice[]; locale: Locale }) {
  const naming = namesOf(choices, locale);
  return (
    <details className="mb-4 sm:col-span-2">
      <summary className="min-h-8 py-1 text-sm text-sea max-sm:min-h-11">
        {translator(locale, 'rules')('codes')}
      </summary>
      <dl className="mt-1 grid max-h-72 grid-cols-[auto_1fr] gap-x-4 gap-y-1 overflow-y-auto rounded-md border border-rule bg-card px-3 py-2 text-table">
        {choices.map(({ code }) => (
          <div key={code} className="contents">
            <dt className="font-mono">{code}</dt>
            <dd className="min-w-0 text-ink-2">{naming(code)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
