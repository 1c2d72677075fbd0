import { clsx } from 'clsx';

/** A text field of the filter bar; it needs a button beside it. */
export function FilterField(props: {
  name: string;
  label: string;
  value: string;
  type?: 'text' | 'date' | 'datetime-local';
  hint?: string;
}) {
  const { name, label, value, type = 'text', hint } = props;
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-xs text-ink-2 max-sm:flex-1 max-sm:basis-36">
      {label}
      <input
        // The key makes React apply a new default when the address changes; otherwise the reader's last text would
        // stay.
        key={value}
        type={type}
        name={name}
        defaultValue={value}
        placeholder={hint}
        autoComplete="off"
        className={clsx(
          'h-9 w-full min-w-0 rounded-md border border-rule bg-card px-2 text-sm text-ink placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11',
          type === 'text' ? 'sm:w-36' : 'sm:w-48',
        )}
      />
    </label>
  );
}
