import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampTurns, TopicLamps } from '@/lib/monitoring/leading/words';
import { paths, withQuery } from '@/lib/paths';

const parts = [
  ['red', 'bg-vermilion'],
  ['yellow', 'bg-gold'],
  ['green', 'bg-jade'],
  ['unlit', 'bg-rule'],
] as const;

/** A bar of each topic: its lamps by colour, with the counts in words. */
export function TopicProgress({ turns, group, locale }: { turns: LampTurns; group: string; locale: Locale }) {
  const t = translator(locale, 'leading');
  const href = withQuery(paths.lamps, { group, month: monthText(turns.month) });
  const whole = (topic: TopicLamps) => parts.reduce((all, [part]) => all + topic[part], 0);
  return (
    <Section id="topics" title={t('topics.title')} note={t('topics.note')}>
      {turns.topics.length === 0 && <p className="text-ink-2">{t('topics.none')}</p>}
      <ul className="grid gap-x-10 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {turns.topics.map((topic) => (
          <li key={topic.code} className="min-w-0">
            <a href={href} className="font-medium text-sea hover:underline">
              {markedName(topic, locale)}
            </a>
            <div aria-hidden="true" className="my-1 flex h-2 gap-px overflow-hidden rounded-sm">
              {parts.map(([part, tone]) => (
                <span key={part} className={tone} style={{ width: `${(topic[part] / whole(topic)) * 100}%` }} />
              ))}
            </div>
            <p className="text-table text-ink-2">
              {t('topics.counts', { red: topic.red, yellow: topic.yellow, green: topic.green, unlit: topic.unlit })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
