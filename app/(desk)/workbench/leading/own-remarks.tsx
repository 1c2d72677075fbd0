import { RemarkList } from '@/app/(desk)/monitoring/follow-ups/remark-list';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { ownRemarks } from '@/lib/monitoring/follow-ups/remarks/queries';

/** How many remarks are listed. */
const most = 8;

/** The reader's newest remarks, each with what became of it. */
export async function OwnRemarks({ principal, locale }: { principal: Principal; locale: Locale }) {
  const { lines, total } = await ownRemarks(principal, { most });
  const t = translator(locale, 'followUps');
  return (
    <RemarkList
      id="own-remarks"
      remarks={lines}
      mayRaise={false}
      words={{ title: t('remarks.own.title'), note: t('remarks.own.note'), none: t('remarks.own.none') }}
      locale={locale}
    >
      {total > lines.length && (
        <p className="mt-2 text-table text-ink-2">{t('remarks.own.more', { count: total - lines.length })}</p>
      )}
    </RemarkList>
  );
}
