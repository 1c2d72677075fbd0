import { FindIn } from '@/app/ui/forms/find-in';
import { Tick } from '@/app/ui/forms/tick';
import { Badge } from '@/app/ui/primitives/badge';
import type { ActiveUnit } from '@/lib/catalogue/groups/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Checkboxes of units, named `prefix` and their codes, with a search among them. */
export function UnitTicks(props: {
  prefix: string;
  legend: string;
  hint: string;
  units: readonly ActiveUnit[];
  ticked?: readonly string[];
  locale: Locale;
}) {
  const { prefix, units, locale } = props;
  const t = translator(locale, 'unitDesk');
  return (
    <fieldset className="mb-4 min-w-0">
      <legend className="text-sm font-medium">{props.legend}</legend>
      <p className="mb-2 text-xs leading-5 text-ink-2">{props.hint}</p>
      <div id={`field-${prefix}`} tabIndex={-1}>
        <FindIn label={t('find')} hint={t('findHint')} none={t('findNone')}>
          <ul className="grid max-h-96 gap-x-8 overflow-y-auto border-y border-rule py-1 sm:grid-cols-2 xl:grid-cols-3">
            {units.map((unit) => (
              <li key={unit.code} data-find={`${unit.nameZh} ${unit.nameEn} ${unit.initials} ${unit.code}`}>
                <Tick name={`${prefix}-${unit.code}`} isOn={props.ticked?.includes(unit.code) ?? false}>
                  <span className="min-w-0">
                    {nameOf(unit, locale)}
                    <span className="ml-2 text-xs text-ink-2">{translator(locale, 'units')(`kinds.${unit.kind}`)}</span>{' '}
                    {unit.isDemonstration && <Badge>{translator(locale, 'reporting')('demonstration')}</Badge>}
                  </span>
                </Tick>
              </li>
            ))}
          </ul>
        </FindIn>
      </div>
    </fieldset>
  );
}
