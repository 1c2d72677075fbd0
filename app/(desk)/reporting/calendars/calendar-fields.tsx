import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { FormMarkFields } from '@/app/ui/forms/form-mark-fields';
import { ItemPicker } from '@/app/ui/forms/item-picker';
import { ReviewFields } from '@/app/ui/forms/review-fields';
import { UnitPicker } from '@/app/ui/forms/unit-picker';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CalendarTerms } from '@/lib/reporting/collections/calendars/calendar-terms';
import type { GroupToAsk, TopicToAsk, UnitToAsk } from '@/lib/reporting/collections/choices/queries';

const months = [1, 2, 3, 4, 5, 6];

/** The fields of a calendar, besides its first period and its frequency. */
export function CalendarFields(props: {
  present: Omit<CalendarTerms, 'frequency' | 'mergesJanuary' | 'startsWith'>;
  hasSoFar: boolean;
  topics: readonly TopicToAsk[];
  groups: readonly GroupToAsk[];
  units: readonly UnitToAsk[];
  locale: Locale;
}) {
  const { present, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title={t('form.stepAbout')} id="about" className="mt-2 min-w-0">
          <TextField
            name="title"
            label={t('form.name')}
            hint={t('calendar.titleHint')}
            value={present.title}
            maxLength={60}
          />
          <FormMarkFields formNumber={present.formNumber} issuedBy={present.issuedBy} locale={locale} />
          <TextAreaField
            name="instructions"
            label={t('form.instructions')}
            hint={t('form.instructionsHint')}
            value={present.instructions}
            rows={4}
            maxLength={2000}
          />
        </Section>
        <Section title={t('form.stepTimes')} id="times" className="mt-2 min-w-0">
          <div className="grid items-end gap-x-6 sm:grid-cols-2">
            <TextField
              name="opensDay"
              label={t('calendar.opensDay')}
              hint={t('calendar.dayHint')}
              inputMode="numeric"
              value={`${present.opensDay}`}
              maxLength={2}
            />
            <SelectField
              name="dueMonthsAfter"
              label={t('calendar.dueMonthsAfter')}
              value={`${present.dueMonthsAfter}`}
              options={months.map((month) => ({ value: `${month}`, label: `${month}` }))}
            />
            <TextField
              name="dueDay"
              label={t('calendar.dueDay')}
              hint={t('calendar.dayHint')}
              inputMode="numeric"
              value={`${present.dueDay}`}
              maxLength={2}
            />
            <TextField name="dueTime" label={t('form.dueTime')} type="time" value={present.dueTime} />
            <TextField
              name="graceDays"
              label={t('form.graceDays')}
              hint={t('form.graceHint')}
              inputMode="numeric"
              value={`${present.graceDays}`}
              maxLength={2}
            />
          </div>
        </Section>
      </div>
      <Section title={t('form.stepItems')} id="items" className="mt-2 mb-8">
        <ItemPicker topics={props.topics} picked={present.items} hasSoFar={props.hasSoFar} locale={locale} />
      </Section>
      <Section title={t('form.stepUnits')} id="units" className="mb-8">
        <UnitPicker
          groups={props.groups}
          units={props.units}
          groupCode={present.peerGroupCode}
          unitCodes={present.unitCodes}
          locale={locale}
        />
      </Section>
      <Section title={t('form.stepReview')} id="review" className="mb-4">
        <ReviewFields chain={present.reviewChain} vintage={present.vintage} locale={locale} />
      </Section>
    </>
  );
}
