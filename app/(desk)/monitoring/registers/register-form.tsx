import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenList } from '@/lib/monitoring/registers/read-list';
import { listNames, mostListed, type Register, registerKinds } from '@/lib/monitoring/registers/words';
import { save } from './actions';

/** A line of each list, as somebody may write it. */
const examples = { fields: 'F01 | 冶金 | Metals', grades: 'RED | 红 | Red', groups: 'G1 | 第一组 | Group 1' };

/** The form of a register: its names, and its lists, a line for each of their words. */
export function RegisterForm({ register, locale }: { register: Omit<Register, 'sourceCode'>; locale: Locale }) {
  const t = translator(locale, 'registers');
  const { code, version, kind, nameZh, nameEn, visitDays, lists } = register;
  const isNew = version === 0;
  return (
    <CommandForm
      id="register"
      action={save}
      submit={t('form.save')}
      hidden={{ version, ...(!isNew && { registerCode: code, kind }) }}
      refusedTitle={t('form.refusedTitle')}
      className="max-w-3xl"
    >
      {isNew && (
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField name="registerCode" label={t('form.code')} hint={t('form.codeHint')} maxLength={30} />
          <SelectField
            name="kind"
            label={t('form.kind')}
            value={kind}
            className="justify-end"
            options={registerKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </div>
      )}
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField name="nameZh" label={t('form.nameZh')} value={nameZh} maxLength={60} />
        <TextField name="nameEn" label={t('form.nameEn')} value={nameEn} maxLength={100} />
      </div>
      <TextField
        name="visitDays"
        label={t('form.visitDays')}
        hint={t('form.visitDaysHint')}
        value={`${visitDays}`}
        inputMode="numeric"
        maxLength={4}
        className="max-w-64"
      />
      {listNames.map((name) => (
        <TextAreaField
          key={name}
          name={name}
          label={t(`form.${name}`)}
          hint={t('form.listHint', { example: examples[name] })}
          value={writtenList(lists[name])}
          rows={name === 'fields' ? 8 : 4}
          maxLength={mostListed * 150}
        />
      ))}
    </CommandForm>
  );
}
