import { setByHand } from '@/app/(desk)/monitoring/lamps/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { settableMonths } from '@/lib/monitoring/lamps/by-hand/settable-months';
import { handColours } from '@/lib/monitoring/lamps/by-hand/words';
import type { LampCourse } from '@/lib/monitoring/lamps/shown/words';
import { lampWord } from '@/lib/monitoring/lamps/written-lamp';

/** Sets the lamp of a month that the rules cannot judge; nothing where there is none. */
export function SetByHand({ course, now, locale }: { course: LampCourse; now: Date; locale: Locale }) {
  const t = translator(locale, 'lamps');
  const { unit, indicator, year } = course;
  const months = settableMonths(course, now);
  if (months.length === 0) return null;
  return (
    <Section title={t('page.byHand')} id="by-hand" note={t('page.byHandNote')}>
      <CommandForm
        id="set"
        action={setByHand}
        submit={t('page.byHandSave')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ unit: unit.code, indicator: indicator.code, year }}
        folded={t('page.byHandFold')}
        className="max-w-2xl"
      >
        <SelectField
          name="month"
          label={t('page.byHandMonth')}
          value={months.map(({ month, version }) => `${month}.${version}`).at(-1) ?? ''}
          options={months.map(({ month, version, lamp }) => {
            const written = writtenPeriod(periodCode('month', year, month), locale);
            return {
              value: `${month}.${version}`,
              label: lamp ? t('page.byHandNow', { month: written, lamp: lampWord(lamp, locale) }) : written,
            };
          })}
        />
        <SelectField
          name="colour"
          label={t('page.byHandColour')}
          value="yellow"
          options={handColours.map((colour) => ({
            value: colour,
            label: colour === 'none' ? t('page.byHandNone') : lampWord({ colour, judged: colour }, locale),
          }))}
        />
        <TextAreaField
          name="reason"
          label={t('page.byHandReason')}
          hint={t('page.byHandReasonHint')}
          rows={2}
          maxLength={300}
        />
      </CommandForm>
    </Section>
  );
}
