import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';

/** The names of a sequence and the note about it; one that is the same in English is left empty there. */
export function GroupFields(props: { group: Name & { noteZh: string; noteEn: string }; locale: Locale }) {
  const { group, locale } = props;
  const t = translator(locale, 'groups');
  const other = (zh: string, en: string) => (en === zh ? '' : en);
  return (
    <div className="grid gap-x-8 sm:grid-cols-2">
      <TextField name="nameZh" label={t('nameZh')} value={group.nameZh} maxLength={60} />
      <TextField name="nameEn" label={t('nameEn')} value={other(group.nameZh, group.nameEn)} maxLength={120} />
      <TextAreaField name="noteZh" label={t('noteZh')} value={group.noteZh} rows={2} maxLength={500} />
      <TextAreaField
        name="noteEn"
        label={t('noteEn')}
        value={other(group.noteZh, group.noteEn)}
        rows={2}
        maxLength={500}
      />
    </div>
  );
}
