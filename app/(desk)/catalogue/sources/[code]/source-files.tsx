import { FileForm } from '@/app/ui/forms/file-form';
import { Section } from '@/app/ui/shell/section';
import { largestSourceFile } from '@/lib/catalogue/sources/files/attach-file';
import type { SourceFileLine } from '@/lib/catalogue/sources/files/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { attachmentEndings } from '@/lib/reporting/attachments/media-type';
import { inMegabytes } from '@/lib/reporting/upload/limits';

const kilobyte = 1024;

/** The files of a document, to download, and for the office the way to add one. */
export function SourceFiles(props: {
  code: string;
  files: readonly SourceFileLine[];
  mayAttach: boolean;
  locale: Locale;
}) {
  const { code, files, mayAttach, locale } = props;
  const t = translator(locale, 'documents');
  if (files.length === 0 && !mayAttach) return null;
  return (
    <Section id="files" title={t('files')} {...(files.length > 0 && { note: t('filesNote') })}>
      {files.length === 0 ? (
        <p className="mb-4 text-ink-2">{t('none')}</p>
      ) : (
        <ul className="mb-6 max-w-3xl">
          {files.map((file) => (
            <li
              key={file.sha256}
              className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-2 text-table"
            >
              <a
                href={paths.sourceFile(code, file.sha256)}
                download
                className="inline-flex min-h-6 items-center break-all text-sea underline max-sm:min-h-11"
              >
                {file.fileName}
              </a>
              <span className="text-ink-2">
                {t('kilobytes', { count: Math.max(1, Math.round(file.size / kilobyte)) })}
              </span>
              <time dateTime={file.uploadedAt.toISOString()} className="text-ink-2">
                {writtenMoment(file.uploadedAt)}
              </time>
              <span className="text-xs break-all text-ink-2" title={file.sha256}>
                {t('fingerprint', { start: file.sha256.slice(0, 12) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAttach && (
        <FileForm
          action={paths.uploadSource}
          accept={attachmentEndings.map((ending) => `.${ending}`).join()}
          hidden={{ code }}
          words={{
            file: t('file'),
            hint: t('fileHint', { megabytes: inMegabytes(largestSourceFile) }),
            submit: t('upload'),
            busy: translator(locale, 'cited')('import.busy'),
            refused: t('uploadRefused'),
            failed: translator(locale, 'cited')('import.failed'),
            noFile: translator(locale, 'errors')('noFile'),
          }}
        />
      )}
    </Section>
  );
}
