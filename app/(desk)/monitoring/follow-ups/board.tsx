import { marked, markedName } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FollowUpLine } from '@/lib/monitoring/follow-ups/list/words';
import { type FollowUpState, followUpStates } from '@/lib/monitoring/follow-ups/words';
import { paths } from '@/lib/paths';
import { TimeLeft } from './state-mark';

/** Follow-ups as a board, a column for each state. */
export function Board(props: {
  cards: readonly FollowUpLine[];
  counts: Readonly<Partial<Record<FollowUpState, number>>>;
  caption: string;
  /** The list of a state. */
  hrefOf: (state: FollowUpState) => string;
  today: string;
  /** Whether those that are not assigned are shown. */
  showsRaised: boolean;
  locale: Locale;
}) {
  const { cards, counts, today, showsRaised, locale } = props;
  const t = translator(locale, 'followUps');
  return (
    // A scrolling region must be reachable by keyboard.
    <div role="region" aria-label={props.caption} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <div className="flex min-w-max gap-4 pb-2 print:min-w-0 print:flex-wrap">
        {followUpStates
          .filter((state) => showsRaised || state !== 'raised')
          .map((state) => {
            const own = cards.filter((card) => card.state === state);
            const more = (counts[state] ?? 0) - own.length;
            return (
              <section key={state} aria-labelledby={`board-${state}`} className="w-56 shrink-0">
                <h2
                  id={`board-${state}`}
                  className="flex items-baseline justify-between border-t-2 border-ink pt-2 font-semibold"
                >
                  {t(`states.${state}`)}
                  <span className="text-table font-normal text-ink-2">{counts[state] ?? 0}</span>
                </h2>
                {own.length === 0 && <p className="py-2 text-table text-ink-2">{t('boardNone')}</p>}
                <ul>
                  {own.map((card) => (
                    <li key={card.id} className="border-b border-rule py-2 text-table">
                      <a
                        href={paths.followUp(card.id)}
                        className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
                      >
                        {marked(card.title, locale)}
                      </a>
                      <p>{markedName(card.unit, locale)}</p>
                      <p className="flex flex-wrap gap-x-2">
                        <span>{card.dueOn}</span>
                        <TimeLeft of={card} today={today} locale={locale} />
                      </p>
                    </li>
                  ))}
                </ul>
                {more > 0 && (
                  <a
                    href={props.hrefOf(state)}
                    className="inline-flex min-h-6 items-center py-2 text-table text-sea underline max-sm:min-h-11"
                  >
                    {t('boardMore', { count: more })}
                  </a>
                )}
              </section>
            );
          })}
      </div>
    </div>
  );
}
