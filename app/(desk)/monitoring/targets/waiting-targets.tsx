import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { targetWork, WaitingTarget } from '@/lib/monitoring/targets/own/queries';
import { paths } from '@/lib/paths';

/** The most lines of a list; the responsibilities have all. */
const mostLines = 20;

/** Changes that wait for the reader or for a second person, and targets that their units dispute, each with its reason. */
export function WaitingTargets({ work, locale }: { work: Awaited<ReturnType<typeof targetWork>>; locale: Locale }) {
  const t = translator(locale, 'targets');
  const lists = [
    ['confirmable', work.confirmable],
    ['changing', work.changing],
    ['disputed', work.disputed],
  ] as const;
  return lists.map(
    ([kind, list]) => list.length > 0 && <Waiting key={kind} kind={kind} list={list} t={t} locale={locale} />,
  );
}

function Waiting(props: {
  kind: 'confirmable' | 'changing' | 'disputed';
  list: readonly WaitingTarget[];
  t: ReturnType<typeof translator<'targets'>>;
  locale: Locale;
}) {
  const { kind, list, t, locale } = props;
  return (
    <div className="my-4 border-l-2 border-gold bg-card px-3 py-2">
      <p className="font-medium">{t(`waiting.${kind}`, { count: list.length })}</p>
      <ul className="text-table">
        {list.slice(0, mostLines).map(({ unit, indicator, year, reason }) => (
          <li key={`${unit.code} ${indicator.code} ${year}`} className="py-0.5">
            <a
              href={paths.target(indicator.code, unit.code, year)}
              className="text-sea hover:underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
            >
              {nameOf(unit, locale)} · {nameOf(indicator, locale)} · {t('yearName', { year: `${year}` })}
            </a>{' '}
            <span className="break-words text-ink-2">{reason}</span>
          </li>
        ))}
      </ul>
      {list.length > mostLines && (
        <p className="text-table text-ink-2">{t('waiting.more', { count: list.length - mostLines })}</p>
      )}
    </div>
  );
}
