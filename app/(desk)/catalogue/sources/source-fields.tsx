import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import type { SourceHead } from '@/lib/catalogue/sources/words';
import { reliabilities } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** What is said about a document, as fields of a form. */
export function SourceFields({ source, locale }: { source?: SourceHead; locale: Locale }) {
  const t = translator(locale, 'documents');
  const words = translator(locale, 'sources');
  return (
    <>
      <TextField
        name="title"
        label={t('form.title')}
        hint={t('form.titleHint')}
        value={source?.title ?? ''}
        maxLength={200}
      />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField
          name="publisher"
          label={t('form.publisher')}
          value={source?.publisher ?? ''}
          maxLength={100}
          className="justify-end"
        />
        <SelectField
          name="reliability"
          label={t('form.reliability')}
          value={source?.reliability ?? 'official'}
          className="justify-end"
          options={reliabilities.map((one) => ({
            value: one,
            label: `${words(`reliabilities.${one}`)} · ${words(`explain.${one}`)}`,
          }))}
        />
        <TextField name="publishedOn" type="date" label={t('form.publishedOn')} value={source?.publishedOn ?? ''} />
        <TextField name="retrievedOn" type="date" label={t('form.retrievedOn')} value={source?.retrievedOn ?? ''} />
      </div>
      <TextField name="url" label={t('form.url')} hint={t('form.urlHint')} value={source?.url ?? ''} maxLength={500} />
      <TextField
        name="licence"
        label={t('form.licence')}
        hint={t('form.licenceHint')}
        value={source?.licence ?? ''}
        maxLength={200}
      />
      <TextAreaField
        name="accessNote"
        label={t('form.accessNote')}
        hint={t('form.accessNoteHint')}
        value={source?.accessNote ?? ''}
        rows={2}
        maxLength={500}
      />
    </>
  );
}
