import { Notice } from '@/app/ui/primitives/notice';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { OwnExtension } from '@/lib/reporting/collections/exceptions/words';
import { isReminded } from '@/lib/reporting/entry/form/to-do';
import type { ReturnHead } from '@/lib/reporting/entry/form/words';
import type { Told } from './page';

/** Notices for the reporter: the last action, reminders, and why nothing can be written. */
export function ReturnNotices(props: {
  head: ReturnHead;
  told: Told;
  /** The last request for more time. */
  extension: OwnExtension | null;
  canWrite: boolean;
  locale: Locale;
}) {
  const { head, told, extension, locale } = props;
  const t = translator(locale, 'entry');
  const first = head.reviewChain[0] ?? 'unitReviewer';
  return (
    <>
      {told.submitted !== undefined && head.submitted > 0 && (
        <Notice>
          {t('submitted', {
            count: told.submitted,
            level: translator(locale, 'reporting')(`reviewLevels.${first}`),
          })}
        </Notice>
      )}
      {told.withdrawn && <Notice>{t('withdrawn')}</Notice>}
      {told.asked && <Notice>{t('reopenAsked')}</Notice>}
      {told.saved !== undefined && (
        <Notice tone={told.saved > 0 ? 'warn' : 'info'}>
          {told.saved > 0 ? t('savedWithConflicts', { count: told.saved }) : t('saved')}
        </Notice>
      )}
      {extension?.state === 'pending' && <Notice>{t('more.pending', { day: extension.wishedOn })}</Notice>}
      {extension?.state === 'refused' && (
        <Notice tone="warn">{t('more.refused', { day: extension.wishedOn, reason: extension.decision })}</Notice>
      )}
      {head.remindedAt && isReminded(head) && (
        <Notice tone="warn">{t('reminded', { at: writtenMoment(head.remindedAt), message: head.reminder })}</Notice>
      )}
      {head.returned > 0 && <Notice tone="warn">{t('returnedNotice', { count: head.returned })}</Notice>}
      {head.state === 'returned' && head.returned === 0 && <Notice tone="warn">{t('reopenedNotice')}</Notice>}
      {head.state === 'approved' && <Notice>{t('approvedNotice')}</Notice>}
      {!props.canWrite && (head.state === 'empty' || head.state === 'draft') && (
        <Notice tone="warn">
          {head.timeliness === 'notOpen' ? t('notOpenNotice', { at: writtenMoment(head.opensAt) }) : t('shutNotice')}
        </Notice>
      )}
    </>
  );
}
