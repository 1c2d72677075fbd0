import { CommandForm } from '@/app/ui/forms/command-form';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { addressOf, type Reader } from '@/lib/notices/address';
import type { NoticeLine } from '@/lib/notices/list/words';
import { writtenKind, writtenName } from '@/lib/notices/list/written-notice';
import { mark, open } from './actions';
import { NoticeLink } from './notice-link';

/** A line as its form sends it: the event up to which it was shown, and its subject. */
export const shownText = ({ event, subject }: Pick<NoticeLine, 'event' | 'subject'>) => `${event} ${subject}`;

/** The notices of a day about one subject: the newest words, how many, and what they are about. */
export function NoticeItem(props: { line: NoticeLine; reader: Reader; only: string; locale: Locale }) {
  const { line, locale } = props;
  const t = translator(locale, 'notices');
  const [kind, name] = [writtenKind(line, locale), writtenName(line, locale)];
  const isUnread = line.unread > 0;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-rule py-2">
      <div className="min-w-0 flex-1 basis-64">
        {!line.name ? (
          <p className="flex min-h-9 items-center text-ink-2">{kind}</p>
        ) : isUnread ? (
          <NoticeLink action={open} shown={shownText(line)} refusedTitle={t('refusedTitle')}>
            {kind}
          </NoticeLink>
        ) : (
          <a
            href={addressOf(line.subject, props.reader)}
            className="inline-flex min-h-9 items-center text-ink hover:text-sea hover:underline max-sm:min-h-11"
          >
            {kind}
          </a>
        )}
        <p className="text-table text-pretty text-ink-2">{line.name ? marked(name, locale) : t('gone')}</p>
      </div>
      <div className="flex min-h-9 flex-wrap items-center gap-3 text-table text-ink-2">
        {isUnread && <Badge tone="sea">{t('isUnread')}</Badge>}
        {line.count > 1 && <span>{t('count', { count: line.count })}</span>}
        <time dateTime={line.at.toISOString()} className="tabular-nums">
          {writtenMoment(line.at).slice(11)}
        </time>
        {isUnread && (
          <CommandForm
            id={`mark-${line.event}`}
            action={mark}
            submit={t('markOne')}
            label={t('markOneOf', { what: name ? `${kind}${t('between')}${name}` : kind })}
            tone="outline"
            refusedTitle={t('refusedTitle')}
            hidden={{ shown: shownText(line), only: props.only }}
          />
        )}
      </div>
    </li>
  );
}
