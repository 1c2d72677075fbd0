import { currentPrincipal } from '@/app/server/principal';
import { Countdown } from '@/app/ui/reporting/countdown';
import { FormMark } from '@/app/ui/reporting/form-mark';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { instructionFiles } from '@/lib/reporting/attachments/queries';
import type { ReturnHead } from '@/lib/reporting/entry/form/words';

/** Deadline, reviewers and instructions, in a line or two above the grid. */
export async function ReturnFacts({ head, locale }: { head: ReturnHead; locale: Locale }) {
  const t = translator(locale, 'entry');
  const r = translator(locale, 'reporting');
  const files = await instructionFiles(await currentPrincipal(), head.collectionId);
  const until = head.extendedUntil && head.extendedUntil > head.dueAt ? head.extendedUntil : head.dueAt;
  const isDone = head.state === 'submitted' || head.state === 'approved';
  return (
    <div className="mb-4 text-table text-ink-2">
      <FormMark head={head} locale={locale} />
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="text-ink">{t('dueAt', { at: writtenMoment(head.dueAt) })}</span>
        {!isDone && head.timeliness !== 'notOpen' && <Countdown to={until} now={new Date()} locale={locale} />}
        {head.graceUntil > head.dueAt && <span>{t('graceUntil', { at: writtenMoment(head.graceUntil) })}</span>}
        {head.extendedUntil && <span>{t('extended', { at: writtenMoment(head.extendedUntil) })}</span>}
        <span>
          {t('reviewedBy', {
            levels: listed(
              head.reviewChain.map((level) => r(`reviewLevels.${level}`)),
              locale,
            ),
          })}
        </span>
        <span>{t('progressOf', { filled: head.filled, items: head.items })}</span>
      </p>
      {(head.instructions || files.length > 0) && (
        <details className="mt-2 max-w-prose" open={head.state === 'empty'}>
          <summary className="text-ink">{t('instructions')}</summary>
          <p className="mt-1 whitespace-pre-line">{head.instructions}</p>
          {files.map((file) => (
            <a key={file.id} href={paths.attachmentFile(file.id)} className="mr-4 text-sea underline">
              {file.fileName}
            </a>
          ))}
        </details>
      )}
    </div>
  );
}
