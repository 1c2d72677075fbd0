import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Count = { readonly label: string; readonly count: number; readonly counted: string; readonly href?: string };
type Counted = 'tasks' | 'figures' | 'units' | 'requests' | 'runs' | 'entries' | 'items';

/** Makes counts of a kind, in words of one language; one with an address leads to what it counts. */
export function tallyIn(locale: Locale): (label: string, of: Counted, count: number, href?: string) => Count {
  const w = translator(locale, 'reporting');
  return (label, of, count, href) => ({
    label,
    count,
    counted: w(`toDo.counted.${of}`, { count }),
    ...(href !== undefined && { href }),
  });
}

/** A few counts in a line, the number large, with what is counted: `11 项`. */
export function Tally({ counts }: { counts: readonly Count[] }) {
  return (
    <dl className="mb-4 grid grid-cols-2 gap-x-8 gap-y-2 border-b border-rule pb-4 sm:flex sm:gap-x-12">
      {counts.map(({ label, count, counted, href }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-table leading-6 text-ink-2">
            {href && count > 0 ? (
              <a href={href} className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11">
                {label}
              </a>
            ) : (
              <span className="inline-flex min-h-6 items-center max-sm:min-h-11">{label}</span>
            )}
          </dt>
          <dd className={count > 0 ? 'leading-9 font-semibold' : 'leading-9 text-ink-2'}>
            {counted.split(/(\d[\d,]*)/).map((part) =>
              /\d/.test(part) ? (
                <span key={part} className="text-[28px]">
                  {part}
                </span>
              ) : (
                part
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
