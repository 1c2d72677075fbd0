import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { OwnerField } from '@/app/ui/forms/page-owner';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { FactList } from '@/app/ui/tables/fact-list';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { attachmentEndings } from '@/lib/reporting/attachments/media-type';
import type { AttachmentLine } from '@/lib/reporting/attachments/queries';
import type { AskedItem, CollectionDetail } from '@/lib/reporting/collections/progress/words';
import { keyOf } from '@/lib/reporting/figure-key';

/** The terms of a collection, its instructions with their files, and its items. */
export function AboutCollection(props: {
  one: CollectionDetail;
  items: readonly AskedItem[];
  files: readonly AttachmentLine[];
  units: number;
  mayManage: boolean;
  locale: Locale;
}) {
  const { one, items, units, locale } = props;
  const t = translator(locale, 'collections');
  const r = translator(locale, 'reporting');
  const columns: Column<AskedItem>[] = [
    {
      key: 'indicator',
      header: t('detail.indicator'),
      className: 'min-w-40',
      cell: (item) => markedName(item, locale),
    },
    {
      key: 'period',
      header: t('period'),
      className: 'whitespace-nowrap',
      cell: ({ periodCode }) => writtenPeriod(periodCode, locale),
    },
    { key: 'measure', header: t('detail.measure'), cell: (item) => unitOf(item, locale) },
    {
      key: 'required',
      header: t('detail.required'),
      className: 'whitespace-nowrap',
      cell: ({ isRequired }) => t(isRequired ? 'detail.isRequired' : 'detail.isOptional'),
    },
  ];
  const group = one.group
    ? t('detail.groupOf', { name: nameOf(one.group, locale), count: units })
    : t('detail.oneByOne', { count: units });
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <div className="min-w-0">
        <Section title={t('detail.facts')} id="facts">
          <FactList
            facts={[
              [t('detail.group'), group],
              [t('detail.opensAt'), writtenMoment(one.opensAt)],
              [t('detail.dueAt'), writtenMoment(one.dueAt)],
              [t('detail.graceUntil'), writtenMoment(one.graceUntil)],
              [
                t('detail.chain'),
                one.reviewChain.map((level) => r(`reviewLevels.${level}`)).join(t('detail.chainArrow')),
              ],
              [t('detail.vintage'), <VintageTag key="vintage" vintage={one.vintage} locale={locale} />],
              [t('detail.calendar'), one.calendar],
              [t('form.formNumber'), one.formNumber],
              [t('form.issuedBy'), one.issuedBy],
              [t('detail.createdBy'), t('detail.createdAt', { by: one.createdBy, at: writtenMoment(one.createdAt) })],
            ]}
          />
        </Section>
        <Instructions {...props} />
      </div>
      <Section
        title={t('detail.items')}
        id="items"
        note={t('detail.itemsNote', { count: items.length })}
        className="mt-8 min-w-0"
      >
        <DataTable caption={t('detail.items')} rows={items} columns={columns} rowKey={keyOf} />
      </Section>
    </div>
  );
}

function Instructions(props: {
  one: CollectionDetail;
  files: readonly AttachmentLine[];
  mayManage: boolean;
  locale: Locale;
}) {
  const { one, files, mayManage, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <Section title={t('detail.instructions')} id="instructions">
      <p className="max-w-prose break-words whitespace-pre-line">
        {one.instructions || <span className="text-ink-2">{t('detail.noInstructions')}</span>}
      </p>
      <h3 className="mt-4 mb-1 font-semibold">{t('detail.files')}</h3>
      {files.length === 0 && <p className="text-ink-2">{t('detail.noFiles')}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.id} className="border-b border-rule py-2 break-words">
            {mayManage ? (
              <a href={paths.attachmentFile(file.id)} className="text-sea hover:underline">
                {file.fileName}
              </a>
            ) : (
              file.fileName
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <form
          action={paths.uploadAttachment}
          method="post"
          encType="multipart/form-data"
          className="mt-3 flex flex-wrap items-end gap-3"
          data-chrome
        >
          <OwnerField />
          <input type="hidden" name="collectionId" value={one.id} />
          <label className="min-w-0 text-sm font-medium max-sm:w-full">
            {t('detail.file')}
            <span className="block text-xs font-normal text-ink-2">{t('detail.fileHint')}</span>
            <input
              type="file"
              name="file"
              required
              accept={attachmentEndings.map((ending) => `.${ending}`).join(',')}
              className="mt-1 w-full rounded-md border border-rule bg-card px-3 py-1.5 font-normal file:mr-3 file:rounded-sm file:border-0 file:bg-wash file:px-3 file:py-1 file:text-sea max-sm:min-h-11"
            />
          </label>
          <button type="submit" className={buttonLook('outline')}>
            {t('detail.addFile')}
          </button>
        </form>
      )}
    </Section>
  );
}
