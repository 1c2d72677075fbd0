import { SelectField, TextField } from '@/app/ui/forms/fields';
import type { ActiveUnit } from '@/lib/catalogue/groups/queries';
import type { UnitKind } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { kindOptions, unitOptions } from './unit-choices';

/** The fields of a unit that is made: name, kind, parent, English name and code. */
export function NewUnitFields(props: {
  units: readonly ActiveUnit[];
  kind: UnitKind;
  parentCode: string;
  locale: Locale;
}) {
  const { units, locale } = props;
  const t = translator(locale, 'unitDesk');
  return (
    <div className="grid items-end gap-x-8 sm:grid-cols-2">
      <TextField name="nameZh" label={t('nameZh')} maxLength={60} />
      <SelectField name="kind" label={t('kind')} value={props.kind} options={kindOptions(locale)} />
      <SelectField
        name="parentCode"
        label={t('parent')}
        value={props.parentCode}
        options={unitOptions(units, t('noParent'), locale)}
      />
      <TextField name="nameEn" label={t('nameEn')} hint={t('nameEnHint')} maxLength={120} />
      <TextField name="code" label={t('code')} hint={t('codeHint')} maxLength={40} />
    </div>
  );
}
