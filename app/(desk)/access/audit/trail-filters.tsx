import { buttonLook } from '@/app/ui/primitives/button';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { type TrailAddress, trailCommands, trailQuery } from '@/lib/access/audit/trail/trail-choice';
import { writtenCommand } from '@/lib/access/audit/trail/written-event';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Field = { name: string; label: string; value: string; type?: 'date' | 'text'; hint?: string };

function FilterField({ name, label, value, type = 'text', hint }: Field) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-xs text-ink-2 max-sm:flex-1 max-sm:basis-36">
      {label}
      <input
        // The key makes React apply a new default when the address changes; otherwise the reader's last choice would
        // stay.
        key={value}
        type={type}
        name={name}
        defaultValue={value}
        placeholder={hint}
        autoComplete="off"
        className="h-9 w-full rounded-md border border-rule bg-card px-2 text-sm text-ink placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11 sm:w-44"
      />
    </label>
  );
}

/** The filters of the trail: days, actor, command and subject. */
export function TrailFilters({ action, address, locale }: { action: string; address: TrailAddress; locale: Locale }) {
  const t = translator(locale, 'audit');
  const commands = trailCommands.map((name) => ({ value: name, label: writtenCommand(name, locale) }));
  const isFiltered = trailQuery(address) !== '';
  return (
    <FilterBar action={action} {...(isFiltered && { resetHref: action })}>
      <FilterField name="from" label={t('from')} value={address.from} type="date" />
      <FilterField name="until" label={t('until')} value={address.until} type="date" />
      <FilterField name="who" label={t('who')} value={address.who} hint={t('whoHint')} />
      <FilterSelect
        label={t('command')}
        name="command"
        value={address.command}
        options={[{ value: '', label: t('anyCommand') }, ...commands]}
      />
      <FilterField name="subject" label={t('subject')} value={address.subject} hint={t('subjectHint')} />
      <button type="submit" className={buttonLook('primary')}>
        {t('apply')}
      </button>
    </FilterBar>
  );
}
