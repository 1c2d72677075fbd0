import { Notice } from '@/app/ui/primitives/notice';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { MissingPeople } from '@/lib/reporting/collections/progress/queries';

const mostNamed = 8;
const keys = {
  reporter: 'missingReporter',
  unitReviewer: 'missingUnitReviewer',
  departmentReviewer: 'missingDepartmentReviewer',
} as const;

/** The units and departments that cannot report or review for want of an account. */
export function Missing({ missing, locale }: { missing: MissingPeople; locale: Locale }) {
  const t = translator(locale, 'collections');
  const lacking = (['reporter', 'unitReviewer', 'departmentReviewer'] as const).filter(
    (who) => missing[who].length > 0,
  );
  if (lacking.length === 0) return null;
  const namesOf = (who: keyof MissingPeople) => {
    const all = missing[who];
    const names = listed(
      all.slice(0, mostNamed).map((one) => nameOf(one, locale)),
      locale,
    );
    return all.length > mostNamed ? t('detail.missingMore', { names, count: all.length }) : names;
  };
  return (
    <Notice tone="warn">
      {lacking.map((who) => (
        <span key={who} className="block">
          {t(`detail.${keys[who]}`, { names: namesOf(who) })}
        </span>
      ))}
    </Notice>
  );
}
