import { SelectField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type BulletinTerms, classifications } from '@/lib/publishing/bulletins/words';

type Frame = Pick<BulletinTerms, 'organ' | 'word' | 'addressee' | 'classification' | 'dated'>;

/** What stands around the text of a document. */
export function FrameFields({ frame, locale }: { frame: Frame; locale: Locale }) {
  const t = translator(locale, 'bulletins');
  return (
    <>
      <TextField name="organ" label={t('organ')} hint={t('organHint')} value={frame.organ} maxLength={40} />
      <TextField name="word" label={t('word')} hint={t('wordHint')} value={frame.word} maxLength={12} />
      <TextField
        name="addressee"
        label={t('addressee')}
        hint={t('addresseeHint')}
        value={frame.addressee}
        maxLength={200}
      />
      <SelectField
        name="classification"
        label={t('classification')}
        value={frame.classification}
        options={classifications.map((value) => ({ value, label: t(`classifications.${value}`) }))}
      />
      <TextField name="dated" type="date" label={t('dated')} value={frame.dated} />
    </>
  );
}
