import { Badge } from '@/app/ui/primitives/badge';
import { markedName } from '@/app/ui/primitives/marked';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { GroupToAsk, UnitToAsk } from '@/lib/reporting/collections/choices/queries';
import { SelectField } from './fields';
import { FindIn } from './find-in';
import { Tick } from './tick';

/**
 * The units of a collection or a template: the members of a group, or single units with checkboxes named `unit-…` with their codes.
 */
export function UnitPicker(props: {
  groups: readonly GroupToAsk[];
  units: readonly UnitToAsk[];
  groupCode: string;
  unitCodes: readonly string[];
  /** What a group stands for, where it is not the members in a period. */
  hint?: string;
  locale: Locale;
}) {
  const { groups, units, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <div className="group/units">
      <SelectField
        name="peerGroupCode"
        label={t('form.group')}
        hint={props.hint ?? t('form.groupHint')}
        value={props.groupCode}
        className="max-w-md"
        options={[
          { value: '', label: t('form.oneByOne') },
          ...groups.map((group) => ({
            value: group.code,
            label: t('form.groupOption', { name: nameOf(group, locale), count: group.members }),
          })),
        ]}
      />
      {/* Single units can be chosen only without a group. */}
      <div className="group-has-[option:checked:not([value=''])]/units:hidden">
        <UnitTicks units={units} ticked={props.unitCodes} locale={locale} />
      </div>
    </div>
  );
}

/** Checkboxes of units, each with a note if it cannot report. */
export function UnitTicks(props: { units: readonly UnitToAsk[]; ticked: readonly string[]; locale: Locale }) {
  const { units, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <div id="field-units" tabIndex={-1}>
      <FindIn label={t('form.findUnits')} hint={t('form.findUnitsHint')} none={t('form.noneFound')}>
        <ul className="grid max-h-96 gap-x-8 overflow-y-auto border-y border-rule py-1 sm:grid-cols-2 xl:grid-cols-3">
          {units.map((unit) => {
            const lacks = [
              ...(unit.hasReporter ? [] : [t('form.noReporter')]),
              ...(unit.hasReviewer ? [] : [t('form.noReviewer')]),
            ];
            return (
              <li key={unit.code} data-find={`${unit.nameZh} ${unit.nameEn} ${unit.initials} ${unit.code}`}>
                <Tick name={`unit-${unit.code}`} isOn={props.ticked.includes(unit.code)}>
                  <span className="min-w-0">
                    {markedName(unit, locale)}{' '}
                    {unit.isDemonstration && <Badge>{translator(locale, 'reporting')('demonstration')}</Badge>}
                    {lacks.length > 0 && <span className="ml-1 text-xs text-ink-2">{listed(lacks, locale)}</span>}
                  </span>
                </Tick>
              </li>
            );
          })}
        </ul>
      </FindIn>
    </div>
  );
}
