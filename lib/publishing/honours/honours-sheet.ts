import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

const text = (value: string): SheetCell => (value === '' ? null : { text: value });

/** The honours and events of a unit as a sheet, as its page shows them; a withdrawn document with the reason. */
export function honoursSheet(unit: Named, rows: readonly Annotation[], locale: Locale): Sheet {
  const t = translator(locale, 'annotations');
  const f = translator(locale, 'figures');
  const en = locale === 'en';
  const titleOf = ({ source }: Annotation) =>
    source?.withdrawnReason
      ? f('withdrawnTitle', { title: source.title, reason: source.withdrawnReason })
      : (source?.title ?? '');
  return {
    name: t('honours.sheet'),
    title: t('honours.file', { unit: nameOf(unit, locale) }),
    about: [[t('honours.unit'), nameOf(unit, locale)]],
    columns: [
      ...[t('columns.when'), t('columns.kind'), t('columns.what'), t('columns.awardedBy'), t('honours.text')],
      ...[t('columns.source'), t('honours.locator')],
    ],
    rows: rows.map((note) => [
      text(writtenSpan(note, locale)),
      text(t(`kinds.${note.kind}`)),
      text(en ? note.titleEn : note.titleZh),
      text(note.awardedBy),
      text(en ? note.textEn : note.textZh),
      text(titleOf(note)),
      text(note.locator),
    ]),
    notes: [],
  };
}
