import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type SubmissionState, submissionStates } from '@/lib/reporting/words';

export type StateCounts = Readonly<Record<SubmissionState, number>>;

/** The last state first, so that the bar fills from the left. */
const order = ['approved', 'submitted', 'returned', 'draft', 'empty'] as const satisfies readonly SubmissionState[];
const tones: Record<SubmissionState, string> = {
  approved: 'fill-sea',
  submitted: 'fill-river',
  returned: 'fill-gold',
  draft: 'fill-peer',
  empty: 'fill-rule',
};
const [width, height] = [600, 8];

/**
 * The number of returns in each state: a bar, and below it the states in words with their numbers, without empty ones.
 * Drawn on the server. `isBare` leaves the words to screen readers, where a table has them beside it.
 */
export function StateBar(props: { counts: StateCounts; locale: Locale; isBare?: boolean }) {
  const { counts, locale, isBare } = props;
  const t = translator(locale, 'reporting');
  const c = translator(locale, 'collections');
  const all = submissionStates.reduce((sum, state) => sum + counts[state], 0);
  const said = order
    .filter((state) => counts[state] > 0)
    .map((state) => c('stateCount', { state: t(`submissionStates.${state}`), count: counts[state] }));
  if (all === 0) return <span className="text-ink-2">{c('noReturns')}</span>;
  return (
    <div className="w-full min-w-28">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-2 w-full"
      >
        {segmentsOf(counts, all).map(({ state, at, length }) => (
          <rect key={state} x={at} y={0} width={length} height={height} className={tones[state]} />
        ))}
      </svg>
      {isBare ? (
        <span className="sr-only">{said.join(c('between'))}</span>
      ) : (
        <ul className="mt-1 flex flex-wrap gap-x-3 text-xs leading-5 text-ink-2">
          {order
            .filter((state) => counts[state] > 0)
            .map((state) => (
              <li key={state} className="inline-flex items-center gap-1 whitespace-nowrap">
                <svg aria-hidden="true" width={8} height={8}>
                  <rect width={8} height={8} className={tones[state]} />
                </svg>
                {c('stateCount', { state: t(`submissionStates.${state}`), count: counts[state] })}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

/** The segments of the bar with a hairline of the page between them. */
function segmentsOf(counts: StateCounts, all: number): { state: SubmissionState; at: number; length: number }[] {
  const there = order.filter((state) => counts[state] > 0);
  const ends = there.map((_, at) => there.slice(0, at + 1).reduce((sum, state) => sum + counts[state], 0));
  return there.map((state, at) => {
    const [from, to] = [((ends[at - 1] ?? 0) / all) * width, ((ends[at] ?? 0) / all) * width];
    return { state, at: from + (at > 0 ? 1 : 0), length: Math.max(1, to - from - (at > 0 ? 1 : 0)) };
  });
}
