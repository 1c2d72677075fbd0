import { Bell as BellIcon } from 'lucide-react';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { mostCounted } from '@/lib/notices/list/words';
import { paths } from '@/lib/paths';

/** The link to the notices of the signed-in account, with the number of unread ones. */
export function Bell({ unread, locale }: { unread: number; locale: Locale }) {
  const t = translator(locale, 'notices');
  const isMany = unread > mostCounted;
  const shown = isMany ? t('many', { count: mostCounted }) : `${unread}`;
  const label =
    unread === 0 ? t('bell') : t(isMany ? 'bellMany' : 'bellUnread', { count: Math.min(unread, mostCounted) });
  return (
    <a
      href={paths.notices}
      aria-label={label}
      title={label}
      className="relative flex size-9 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
    >
      <BellIcon size={18} strokeWidth={1.75} aria-hidden="true" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-4 rounded-full bg-sea px-1 text-center text-xs leading-4 text-on-sea tabular-nums"
        >
          {shown}
        </span>
      )}
    </a>
  );
}
