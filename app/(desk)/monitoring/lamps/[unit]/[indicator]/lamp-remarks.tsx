import { remark } from '@/app/(desk)/monitoring/follow-ups/actions';
import { RemarkList } from '@/app/(desk)/monitoring/follow-ups/remark-list';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { Notice } from '@/app/ui/primitives/notice';
import { may, maySee } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { remarksOnLamps } from '@/lib/monitoring/follow-ups/remarks/queries';
import { writtenMonth } from '@/lib/monitoring/follow-ups/written';
import type { LampCourse } from '@/lib/monitoring/lamps/shown/words';

/** Leaders' remarks on the lamps of a year, for those who see all follow-ups; a leader writes one here. */
export async function LampRemarks(props: { course: LampCourse; isDone: boolean; locale: Locale }) {
  const { course, isDone, locale } = props;
  const principal = await principalFor('lamps');
  if (!maySee(principal.role, 'allFollowUps')) return null;
  const { year } = course;
  const [unit, indicator] = [course.unit.code, course.indicator.code];
  const remarks = await remarksOnLamps(principal, { unit, indicator, year });
  const t = translator(locale, 'followUps');
  const lit = course.months.filter(({ lamp }) => lamp !== null).map(({ month }) => month);
  const [latest] = lit.toReversed();
  const mayWrite = may(principal.role, 'followUp.remark') && latest !== undefined;
  if (remarks.length === 0 && !mayWrite) return null;
  return (
    <>
      {isDone && <Notice>{t('remarks.done')}</Notice>}
      <RemarkList remarks={remarks} mayRaise={may(principal.role, 'followUp.raise')} locale={locale}>
        {mayWrite && (
          <div data-chrome>
            <CommandForm
              id="remark"
              action={remark}
              submit={t('remarks.send')}
              refusedTitle={t('forms.refusedTitle')}
              hidden={{ lampUnit: unit, lampIndicator: indicator, lampYear: year }}
              folded={t('remarks.write')}
              className="mt-2 max-w-2xl"
            >
              <SelectField
                name="month"
                label={t('remarks.month')}
                value={`${latest}`}
                options={lit.map((month) => ({ value: `${month}`, label: writtenMonth({ year, month }, locale) }))}
                className="max-w-xs"
              />
              <TextAreaField
                name="remark"
                label={t('remarks.words')}
                hint={t('remarks.hint')}
                rows={3}
                maxLength={1000}
              />
            </CommandForm>
          </div>
        )}
      </RemarkList>
    </>
  );
}
