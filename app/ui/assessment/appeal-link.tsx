import { currentDay } from '@/app/server/clock';
import { buttonLook } from '@/app/ui/primitives/button';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { appealsUntil } from '@/lib/assessment/appeals/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

type Props = { principal: Principal; run: string; unit: string; item?: string; locale: Locale };

/** The way to appeal about a score of the own unit, with the last day; nothing for others, and once that is over. */
export async function AppealLink({ principal, run, unit, item, locale }: Props) {
  if (!may(principal.role, 'appeal.file') || principal.unitCode !== unit) return null;
  const day = await appealsUntil(principal, run);
  if (day === null || (await currentDay()) > day) return null;
  return (
    <a href={withQuery(paths.newAppeal, { run, unit, item })} className={buttonLook('outline')}>
      {translator(locale, 'appeals')('fileHere', { day })}
    </a>
  );
}
