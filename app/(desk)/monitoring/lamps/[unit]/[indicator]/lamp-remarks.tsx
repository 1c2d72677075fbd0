import { RemarksAbout } from '@/app/(desk)/monitoring/follow-ups/remarks-about';
import { principalFor } from '@/app/server/principal';
import { SelectField } from '@/app/ui/forms/fields';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenMonth } from '@/lib/monitoring/follow-ups/written';
import type { LampCourse } from '@/lib/monitoring/lamps/shown/words';

/** Leaders' remarks on the lamps of a year; a leader writes one here, on a month that is lit. */
export async function LampRemarks({ course, locale }: { course: LampCourse; locale: Locale }) {
  const principal = await principalFor('lamps');
  const { year } = course;
  const on = { kind: 'lamp', unit: course.unit.code, indicator: course.indicator.code, year } as const;
  const lit = course.months.filter(({ lamp }) => lamp !== null).map(({ month }) => month);
  const latest = lit.at(-1);
  return (
    <RemarksAbout
      principal={principal}
      about={{ ...on, month: latest ?? 1 }}
      on={latest === undefined ? null : on}
      what={`${nameOf(course.unit, locale)} ${nameOf(course.indicator, locale)}`}
      locale={locale}
    >
      <SelectField
        name="aboutMonth"
        label={translator(locale, 'followUps')('remarks.month')}
        value={`${latest}`}
        options={lit.map((month) => ({ value: `${month}`, label: writtenMonth({ year, month }, locale) }))}
        className="max-w-xs"
      />
    </RemarksAbout>
  );
}
