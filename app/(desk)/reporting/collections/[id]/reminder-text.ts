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
    const until = unit.extendedUntil && unit.extendedUntil > one.dueAt ? unit.extendedUntil : one.dueAt;
    const named = missing
      .slice(0, mostNamed)
      .map((item) =>
        t('remind.textFigure', { name: nameOf(item, locale), period: writtenPeriod(item.periodCode, locale) }),
      );
    const contact = props.contacts?.get(unit.code);
    const name = nameOf(unit, locale);
    const whom = contact ? t('remind.textContact', { unit: name, contact: written(contact) }) : name;
    const last = new Date(Math.max(until.getTime(), one.graceUntil.getTime()));
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
