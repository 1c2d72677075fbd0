/** A few counts in a line, the number large. */
export function Tally({ counts }: { counts: readonly { label: string; count: number }[] }) {
  return (
    <dl className="mb-4 grid grid-cols-2 gap-x-8 gap-y-2 border-b border-rule pb-4 sm:flex sm:gap-x-12">
      {counts.map(({ label, count }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-table text-ink-2">{label}</dt>
          <dd className={count > 0 ? 'text-[28px] leading-9 font-semibold' : 'text-[28px] leading-9 text-ink-2'}>
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}
