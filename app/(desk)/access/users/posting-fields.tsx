import { SelectField, TextField } from '@/app/ui/forms/fields';
import { accountRoles } from '@/lib/access/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';

/** The fields of a person: name, role, and the unit or department of the role. */
export function PostingFields(props: {
  units: readonly Named[];
  departments: readonly string[];
  present?: { name: string; role: string; unitCode: string | null; department: string | null };
  locale: Locale;
}) {
  const { units, departments, present, locale } = props;
  const t = translator(locale, 'access');
  const f = translator(locale, 'fields');
  const none = { value: '', label: t('users.noUnit') };
  return (
    <>
      <TextField name="name" label={f('name')} value={present?.name ?? ''} maxLength={40} />
      <SelectField
        name="role"
        label={f('role')}
        hint={t('users.roleHint')}
        value={present?.role ?? 'reporter'}
        options={accountRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <SelectField
        name="unitCode"
        label={f('unitCode')}
        hint={t(units.length === 0 ? 'users.noUnitsYet' : 'users.unitHint')}
        value={present?.unitCode ?? ''}
        options={[none, ...units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))]}
      />
      <SelectField
        name="department"
        label={f('department')}
        hint={t(departments.length === 0 ? 'users.noDepartmentsYet' : 'users.departmentHint')}
        value={present?.department ?? ''}
        options={[none, ...departments.map((name) => ({ value: name, label: name }))]}
      />
    </>
  );
}
