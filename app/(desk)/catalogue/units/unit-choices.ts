import type { ActiveUnit } from '@/lib/catalogue/groups/queries';
import { unitKinds } from '@/lib/catalogue/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Option = { value: string; label: string };

/** Units as the options of a menu, in their order; `none` is the first, which stands for no unit. */
export function unitOptions(units: readonly ActiveUnit[], none: string, locale: Locale): Option[] {
  const twice = new Set(units.map(({ nameZh }) => nameZh).filter((name, at, all) => all.indexOf(name) !== at));
  const label = (unit: ActiveUnit) =>
    twice.has(unit.nameZh) ? `${nameOf(unit, locale)} ${unit.code}` : nameOf(unit, locale);
  return [{ value: '', label: none }, ...units.map((unit) => ({ value: unit.code, label: label(unit) }))];
}

/** The kinds of units that an office makes, as the options of a menu. */
export function kindOptions(locale: Locale): Option[] {
  const t = translator(locale, 'units');
  return unitKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
}
