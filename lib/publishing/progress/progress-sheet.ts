import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment, writtenSecond } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import type { CollectionDetail, UnitProgress } from '@/lib/reporting/collections/progress/words';

const text = (value: string): SheetCell => (value === '' ? null : { text: value });
const wholeCell = (value: number): SheetCell => ({ number: `${value}`, decimals: 0 });
const moment = (at: Date | null): SheetCell => (at ? { text: writtenMoment(at) } : null);

/** The progress of each unit of a collection as a sheet, marked as internal, since it is not published. */
export function progressSheet(props: {
  one: CollectionDetail;
  units: readonly UnitProgress[];
  exported: { readonly by: string; readonly at: Date };
  locale: Locale;
}): Sheet {
  const { one, units, exported, locale } = props;
  const t = translator(locale, 'collections');
  const r = translator(locale, 'reporting');
  return {
    name: t('file.sheet'),
    title: t('file.title', { title: one.title }),
    about: [
      [t('file.period'), writtenPeriod(one.periodCode, locale)],
      [t('file.due'), writtenMoment(one.dueAt)],
      [t('state'), t(`states.${one.state}`)],
      [t('file.count'), `${units.length}`],
      [t('file.exportedBy'), exported.by],
      [t('file.exportedAt'), writtenSecond(exported.at)],
    ],
    columns: [
      t('unitTable.unit'),
      t('unitTable.state'),
      t('file.timeliness'),
      t('unitTable.filled'),
      t('unitTable.items'),
      t('unitTable.waits'),
      t('unitTable.submittedAt'),
      t('unitTable.reminders'),
      t('unitTable.remindedAt'),
      t('unitTable.extendedUntil'),
    ],
    rows: units.map((unit) => [
      text(nameOf(unit, locale)),
      text(r(`submissionStates.${unit.state}`)),
      text(r(`timeliness.${unit.timeliness}`)),
      wholeCell(unit.filled),
      wholeCell(unit.items),
      text(
        listed(
          unit.waits.map((level) => r(`reviewLevels.${level}`)),
          locale,
        ),
      ),
      moment(unit.submittedAt),
      wholeCell(unit.reminders),
      moment(unit.remindedAt),
      moment(unit.extendedUntil),
    ]),
    notes: [...(one.isDemonstration ? [r('demonstration')] : []), t('file.internal'), t('file.clock')],
  };
}
