import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import { FilterForm } from './filter-form';

/**
 * One line of filters above a table. A GET form: a changed filter goes to the address at once, and without scripts a
 * button sends it. `keep` are the other parameters of the address.
 */
export async function FilterBar(props: {
  action: string;
  keep?: Readonly<Record<string, string | undefined>>;
  resetHref?: string;
  /** Whether the bar is part of another line of fields. */
  isPart?: boolean;
  children: ReactNode;
}) {
  const t = translator(await currentLocale(), 'tables');
  return (
    <FilterForm
      action={props.action}
      className={clsx(
        'mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 bg-paper',
        !props.isPart && 'border-b border-rule pb-3',
      )}
    >
      {Object.entries(props.keep ?? {}).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {props.children}
      <noscript>
        <button type="submit" className={buttonLook('outline')}>
          {t('apply')}
        </button>
      </noscript>
      {props.resetHref && (
        <a href={props.resetHref} className={buttonLook('quiet', 'px-2')}>
          {t('reset')}
        </a>
      )}
    </FilterForm>
  );
}

export type Choice = { value: string; label: string; disabled?: boolean; note?: string };

/** One choice of the bar. */
export function FilterSelect(props: { label: string; name: string; options: readonly Choice[]; value: string }) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-xs text-ink-2 max-sm:w-full">
      {props.label}
      <select
        // The key makes React apply a new default when the address changes; otherwise the reader's last choice would
        // stay.
        key={props.value}
        name={props.name}
        defaultValue={props.value}
        className="h-9 max-w-full rounded-md border border-rule bg-card px-2 pr-7 text-sm text-ink hover:border-rule-strong max-sm:h-11 sm:max-w-md"
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} {...(option.disabled && { disabled: true })}>
            {option.note ? `${option.label} · ${option.note}` : option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Segmented links: a choice of one. */
export function FilterTabs(props: {
  label: string;
  options: readonly { label: string; href: string; current: boolean }[];
}) {
  return (
    <div
      role="group"
      aria-label={props.label}
      className="flex w-fit max-w-full overflow-x-auto rounded-md border border-rule bg-card p-0.5 print:border-0 print:p-0"
    >
      {props.options.map((option) => (
        <a
          key={option.href}
          href={option.href}
          data-stay=""
          {...(option.current && { 'aria-current': true })}
          className={clsx(
            'flex min-h-8 items-center rounded-sm px-3 text-table whitespace-nowrap max-sm:min-h-10',
            option.current ? 'bg-wash font-semibold text-sea print:px-0' : 'text-ink-2 hover:text-ink print:hidden',
          )}
        >
          {option.label}
        </a>
      ))}
    </div>
  );
}
