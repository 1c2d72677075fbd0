import type { ReactNode } from 'react';
import { may, maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Locale } from '@/lib/i18n/words';
import { remarksAbout } from '@/lib/monitoring/follow-ups/remarks/queries';
import type { RemarkAbout } from '@/lib/monitoring/follow-ups/words';
import { type Remarked, RemarkHere } from './remark-here';
import { RemarkList } from './remark-list';

/** Leaders' remarks about what a page shows, for those who see all follow-ups; a leader writes one here, where one may be written. */
export async function RemarksAbout(props: {
  principal: Principal;
  about: RemarkAbout;
  /** What the form says that it is about, where its fields say the rest; null where nothing may be remarked. */
  on: Remarked | null;
  what: string;
  locale: Locale;
  children?: ReactNode;
}) {
  const { principal, about, on, what, locale } = props;
  if (!maySee(principal.role, 'allFollowUps')) return null;
  const remarks = await remarksAbout(principal, about);
  const mayWrite = on !== null && may(principal.role, 'followUp.remark');
  if (remarks.length === 0 && !mayWrite) return null;
  return (
    <RemarkList remarks={remarks} mayRaise={may(principal.role, 'followUp.raise')} locale={locale}>
      {on && (
        <RemarkHere principal={principal} id="remark" on={on} what={what} locale={locale}>
          {props.children}
        </RemarkHere>
      )}
    </RemarkList>
  );
}
