import { clsx } from 'clsx';
import type { TopicView } from '@/lib/catalogue/indicators/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const indents = ['', 'lg:pl-4', 'lg:pl-8'];

/** The topics with the number of indicators found in each. A row of links on a narrow screen. */
export function TopicTree(props: {
  topics: readonly TopicView[];
  current: string | undefined;
  hrefOf: (topic: string | undefined) => string;
  locale: Locale;
}) {
  const { topics, current, hrefOf, locale } = props;
  const t = translator(locale, 'indicators');
  const all = topics.reduce((sum, { own }) => sum + own, 0);
  return (
    <nav aria-label={t('list.tree')} data-chrome className="max-lg:mb-4 lg:text-table">
      <ul className="flex gap-1 max-lg:overflow-x-auto max-lg:pb-1 lg:sticky lg:top-20 lg:max-h-[calc(100vh-104px)] lg:flex-col lg:gap-0 lg:overflow-y-auto">
        <li>
          <TopicLink href={hrefOf(undefined)} label={t('list.all')} count={all} current={current === undefined} />
        </li>
        {topics.map((topic) => (
          <li key={topic.code} className={clsx('shrink-0', indents[topic.depth])}>
            <TopicLink
              href={hrefOf(topic.code)}
              label={nameOf(topic, locale)}
              count={topic.found}
              current={topic.code === current}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TopicLink(props: { href: string; label: string; count: number; current: boolean }) {
  return (
    <a
      href={props.href}
      aria-current={props.current ? 'true' : undefined}
      className={clsx(
        'flex min-h-8 items-center justify-between gap-3 rounded-md px-2.5 whitespace-nowrap max-lg:min-h-11 max-lg:border max-lg:border-rule',
        props.current ? 'bg-wash font-semibold text-sea' : 'hover:bg-hover',
        props.count === 0 && 'text-ink-2',
      )}
    >
      {props.label}
      <span className="text-xs text-ink-2">{props.count}</span>
    </a>
  );
}
