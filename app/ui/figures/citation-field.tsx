/** The text of a citation, to be copied by hand where the browser does not copy. */
export function CitationField({ text, label }: { text: string; label: string }) {
  return (
    <textarea
      readOnly
      rows={5}
      value={text}
      aria-label={label}
      onFocus={(event) => event.currentTarget.select()}
      className="block w-full rounded-md border border-rule bg-paper p-2 text-table text-ink"
    />
  );
}
