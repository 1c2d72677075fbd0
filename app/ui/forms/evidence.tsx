import { FileForm } from '@/app/ui/forms/file-form';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { attachmentEndings, largestAttachment } from '@/lib/reporting/attachments/media-type';
import { type EvidenceLine, mostEvidence } from '@/lib/reporting/attachments/words';
import { inMegabytes } from '@/lib/reporting/upload/limits';

const kilobyte = 1024;

/** The files of evidence, to download, and for who may add one the way to do so: its service, and what it is sent for. */
export function Evidence(props: {
  files: readonly EvidenceLine[];
  hrefOf: (sha256: string) => string;
  upload: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | null;
  locale: Locale;
}) {
  const { files, hrefOf, upload, locale } = props;
  const t = translator(locale, 'followUps');
  return (
    <Section id="evidence" title={t('page.files')}>
      {files.length === 0 ? (
        <p className="mb-4 text-ink-2">{t('page.noFiles')}</p>
      ) : (
        <ul className="mb-6 max-w-3xl">
          {files.map((file) => (
            <li
              key={file.sha256}
              className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-2 text-table"
            >
              <a
                href={hrefOf(file.sha256)}
                download
                className="inline-flex min-h-6 items-center break-all text-sea underline max-sm:min-h-11"
              >
                {marked(file.fileName, locale)}
              </a>
              <span className="text-ink-2">
                {t('page.kilobytes', { size: Math.max(1, Math.round(file.size / kilobyte)) })}
              </span>
              <span className="text-ink-2" title={file.sha256}>
                {marked(
                  t('page.fileBy', {
                    name: file.by,
                    at: writtenMoment(file.uploadedAt),
                    sha256: file.sha256.slice(0, 12),
                  }),
                  locale,
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {upload && files.length >= mostEvidence && (
        <p className="text-ink-2">{t('page.filesFull', { most: mostEvidence })}</p>
      )}
      {upload && files.length < mostEvidence && (
        <div data-chrome>
          <FileForm
            action={upload.action}
            accept={attachmentEndings.map((ending) => `.${ending}`).join()}
            hidden={upload.hidden}
            words={{
              file: t('forms.file'),
              hint: t('forms.fileHint', { megabytes: inMegabytes(largestAttachment), most: mostEvidence }),
              submit: t('forms.send'),
              busy: t('forms.sending'),
              refused: t('forms.refusedTitle'),
              failed: t('forms.failed'),
              noFile: t('forms.noFile'),
            }}
          />
        </div>
      )}
    </Section>
  );
}
