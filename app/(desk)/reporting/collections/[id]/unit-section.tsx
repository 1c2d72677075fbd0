import { remind } from '@/app/(desk)/reporting/collections/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { CopyText } from '@/app/ui/forms/copy-button';
import { TextAreaField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { filteredUnits, isBehind, sortedUnits } from '@/lib/reporting/collections/progress/unit-order';
import {
  type AskedItem,
  type CollectionDetail,
  type UnitProgress,
  unitFilters,
} from '@/lib/reporting/collections/progress/words';
import type { Contact } from '@/lib/reporting/contacts/words';
import type { CollectionChoice } from './page';
import { reminderOf, usualReminder } from './reminder-text';
import { UnitTable } from './unit-table';

/** The progress of each unit; for the office with checkboxes, where units to remind are checked. */
export function UnitSection(props: {
  one: CollectionDetail;
  units: readonly UnitProgress[];
  choice: CollectionChoice;
  path: string;
  mayManage: boolean;
  mayRead: boolean;
  /** The figures that each unit has not filled in. */
  blanks: ReadonlyMap<string, readonly AskedItem[]>;
  /** Whom to call, for who may know. */
  contacts: ReadonlyMap<string, Contact>;
  now: Date;
  locale: Locale;
}) {
  const { one, choice, path, mayManage, locale } = props;
  const t = translator(locale, 'collections');
  const { show, sort, order } = choice;
  const units = sortedUnits(filteredUnits(props.units, show), sort ? { key: sort, order } : null);
  const mayRemind = mayManage && one.state === 'open' && units.some(isBehind);
  const table = <UnitTable {...props} units={units} mayRemind={mayRemind} />;
  return (
    <Section title={t('unitTable.title')} id="units">
      <FilterBar
        action={path}
        isPart
        keep={{ sort, ...(sort && { order }) }}
        {...((show || sort) && { resetHref: path })}
      >
        <FilterSelect
          label={t('unitTable.show')}
          name="show"
          value={show ?? ''}
          options={[
            { value: '', label: t('all') },
            ...unitFilters.map((value) => ({
              value,
              label: t(`unitTable.filters.${value}`),
              note: `${filteredUnits(props.units, value).length}`,
            })),
          ]}
        />
      </FilterBar>
      {units.length === 0 ? (
        <EmptyState
          title={t('unitTable.none')}
          reason={t('unitTable.noneReason')}
          action={
            <a href={path} className={buttonLook('outline')}>
              {t('reset')}
            </a>
          }
        />
      ) : mayRemind ? (
        <CommandForm
          // The key renews the checkboxes when other units are shown or reminders were sent.
          key={`${show} ${units.map(({ code, reminders }) => `${code}${reminders}`).join(' ')}`}
          action={remind}
          submit={t('remind.submit')}
          refusedTitle={translator(locale, 'errors')('title')}
          hidden={{ collectionId: one.id }}
        >
          <div id="field-units" tabIndex={-1}>
            {table}
          </div>
          <div className="mt-4" data-chrome>
            <CopyText
              text={reminderOf(props, units.filter(isBehind))}
              words={{ copy: t('remind.copyAll'), copied: t('remind.copied') }}
            />
          </div>
          <TextAreaField
            name="message"
            label={t('remind.message')}
            hint={t('remind.hint')}
            value={usualReminder(props, units.filter(isBehind))}
            rows={2}
            maxLength={300}
            className="mt-2 max-w-2xl print:hidden"
          />
        </CommandForm>
      ) : (
        table
      )}
    </Section>
  );
}
