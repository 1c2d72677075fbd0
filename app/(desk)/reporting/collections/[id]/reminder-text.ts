import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { AskedItem, CollectionDetail, UnitProgress } from '@/lib/reporting/collections/progress/words';
import type { Contact } from '@/lib/reporting/contacts/words';

/** Name and telephone, as far as they are known. */
const written = ({ name, telephone }: Contact) => [name, telephone].filter(Boolean).join(' ');

/** The most missing figures that a message names. */
const mostNamed = 10;

type Terms = Pick<CollectionDetail, 'dueAt' | 'graceUntil'>;

/** The deadline of a unit and its last day, after which it can only look. */
function daysOf(one: Terms, { extendedUntil }: Pick<UnitProgress, 'extendedUntil'>): { until: Date; last: Date } {
  const until = extendedUntil && extendedUntil > one.dueAt ? extendedUntil : one.dueAt;
  return { until, last: new Date(Math.max(until.getTime(), one.graceUntil.getTime())) };
}

/** The words that a reminder begins with: what all of the units can do, and where some are past their last day, what these can. */
export function usualReminder(
  { one, now, locale }: { readonly one: Terms; readonly now: Date; readonly locale: Locale },
  units: readonly Pick<UnitProgress, 'extendedUntil'>[],
): string {
  const over = units.filter((unit) => daysOf(one, unit).last < now).length;
  const key = over === 0 ? 'usual' : over === units.length ? 'usualOver' : 'usualEither';
  return translator(locale, 'collections')(`remind.${key}`);
}

/**
 * A message for a chat or a telephone: the task, and of each unit its contact, its deadline and the figures that it has not
 * filled in, or that it has filled in all and submitted nothing; after its last day, that it first needs an extension.
 */
export function reminderOf(
  props: {
    readonly one: Pick<CollectionDetail, 'title' | 'periodCode' | 'dueAt' | 'graceUntil'>;
    readonly now: Date;
    readonly blanks: ReadonlyMap<string, readonly AskedItem[]>;
    readonly contacts?: ReadonlyMap<string, Contact>;
    readonly locale: Locale;
  },
  units: readonly Pick<UnitProgress, 'code' | 'nameZh' | 'nameEn' | 'extendedUntil'>[],
): string {
  const { one, blanks, now, locale } = props;
  const t = translator(locale, 'collections');
  const line = (unit: (typeof units)[number]) => {
    const missing = blanks.get(unit.code) ?? [];
    const { until, last } = daysOf(one, unit);
    const named = missing
      .slice(0, mostNamed)
      .map((item) =>
        t('remind.textFigure', { name: nameOf(item, locale), period: writtenPeriod(item.periodCode, locale) }),
      );
    const contact = props.contacts?.get(unit.code);
    const name = nameOf(unit, locale);
    const whom = contact ? t('remind.textContact', { unit: name, contact: written(contact) }) : name;
    if (last < now) return t('remind.textOver', { unit: whom, at: writtenMoment(last) });
    const values = { unit: whom, at: writtenMoment(until), count: missing.length };
    return missing.length > 0
      ? t(missing.length > mostNamed ? 'remind.textMore' : 'remind.textBlank', {
          ...values,
          figures: listed(named, locale),
        })
      : t('remind.textUnsent', values);
  };
  const head = t('remind.textHead', { title: one.title, period: writtenPeriod(one.periodCode, locale) });
  return [head, ...units.map(line)].join('\n');
}
