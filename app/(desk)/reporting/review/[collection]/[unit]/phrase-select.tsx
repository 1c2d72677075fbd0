'use client';

const longest = 300;

/**
 * Frequent reasons: the chosen one is appended to the reason in the same form. Without scripts the form sends the
 * choice.
 */
export function PhraseSelect(props: { label: string; choose: string; phrases: readonly string[] }) {
  const add = (select: HTMLSelectElement) => {
    const written = select.form?.elements.namedItem('reason');
    if (!(written instanceof HTMLTextAreaElement)) return;
    written.value = `${written.value}${select.value}`.slice(0, longest);
    select.value = '';
    written.focus();
  };
  return (
    <select
      name="phrase"
      aria-label={props.label}
      defaultValue=""
      onChange={(event) => add(event.currentTarget)}
      className="-mt-2 mb-3 h-9 w-full rounded-md border border-rule bg-card px-3 text-sm text-ink-2 hover:border-rule-strong max-sm:h-11 max-sm:text-base"
    >
      <option value="">{props.choose}</option>
      {props.phrases.map((phrase) => (
        <option key={phrase} value={phrase}>
          {phrase}
        </option>
      ))}
    </select>
  );
}
