import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { type Annotation, longest } from '@/lib/catalogue/annotations/words';
import type { SourceLine } from '@/lib/catalogue/sources/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';

/** The names that fields offer; none where there are too many. */
export type Offered = { readonly units: readonly Name[]; readonly indicators: readonly Name[] };

/** What a note says, as fields of a form; `note` is what it says now, with what an address already told of a new one. */
export function NoteFields(props: {
  note: Partial<Annotation>;
  unit: string;
  indicator: string;
  offered: Offered;
  sources: readonly SourceLine[];
  locale: Locale;
}) {
  const { note, offered, sources, locale } = props;
  const t = translator(locale, 'annotations');
  const names = (rows: readonly Name[]) => rows.map((row) => nameOf(row, locale));
  const own = note.source && !sources.some(({ code }) => code === note.source?.code) ? [note.source] : [];
  // A text without an English form is stored twice; the form shows it once.
  const english = (zh: string | undefined, en: string | undefined) => (zh === en ? '' : (en ?? ''));
  return (
    <>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField
          name="unit"
          label={t('form.unit')}
          hint={t('form.unitHint')}
          value={props.unit}
          maxLength={longest.name}
          offers={names(offered.units)}
          className="justify-end"
        />
        <TextField
          name="indicator"
          label={t('form.indicator')}
          value={props.indicator}
          maxLength={longest.name}
          offers={names(offered.indicators)}
          className="justify-end"
        />
        <TextField
          name="since"
          label={t('form.since')}
          hint={t('form.sinceHint')}
          value={note.since ?? ''}
          maxLength={longest.moment}
          className="justify-end"
        />
        <TextField
          name="until"
          label={t('form.until')}
          value={note.until ?? ''}
          maxLength={longest.moment}
          className="justify-end"
        />
        <TextField
          name="titleZh"
          label={t('form.titleZh')}
          hint={t('form.titleZhHint')}
          value={note.titleZh ?? ''}
          maxLength={longest.title}
          className="justify-end"
        />
        <TextField
          name="titleEn"
          label={t('form.titleEn')}
          hint={t('form.titleEnHint')}
          value={english(note.titleZh, note.titleEn)}
          maxLength={longest.titleEn}
          className="justify-end"
        />
        <TextAreaField
          name="textZh"
          label={t('form.textZh')}
          hint={t('form.textZhHint')}
          value={note.textZh ?? ''}
          rows={2}
          maxLength={longest.text}
          className="justify-end"
        />
        <TextAreaField
          name="textEn"
          label={t('form.textEn')}
          value={english(note.textZh, note.textEn)}
          rows={2}
          maxLength={longest.textEn}
          className="justify-end"
        />
        <SelectField
          name="sourceCode"
          label={t('form.sourceCode')}
          value={note.source?.code ?? ''}
          options={[
            { value: '', label: t('form.noSource') },
            ...[...own, ...sources].map(({ code, title }) => ({ value: code, label: title })),
          ]}
          className="justify-end"
        />
        <TextField
          name="locator"
          label={t('form.locator')}
          hint={t('form.locatorHint')}
          value={note.locator ?? ''}
          maxLength={longest.locator}
          className="justify-end"
        />
      </div>
      <TextField
        name="awardedBy"
        label={t('form.awardedBy')}
        value={note.awardedBy ?? ''}
        maxLength={longest.awardedBy}
        className="max-w-xl"
      />
    </>
  );
}
