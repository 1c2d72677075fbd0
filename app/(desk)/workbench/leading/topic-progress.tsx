import { Sparkline } from '@/app/ui/figures/sparkline';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampTurns, TopicCourse, TopicLamps, TopicMonth } from '@/lib/monitoring/leading/words';
import { paths, withQuery } from '@/lib/paths';
import { decimalOf } from '@/lib/statistics/numbers';

const parts = [
  ['red', 'bg-vermilion'],
  ['yellow', 'bg-gold'],
  ['green', 'bg-jade'],
  ['unlit', 'bg-rule'],
] as const;

/** The share of the lamps of a month that are not red; null where there are none. */
const shareOf = ({ lit, notRed }: TopicMonth) => (lit === 0 ? null : notRed / lit);

/** The course of a topic in words: 不是红灯的占比，2026年4月至2026年9月依次为 67%、80%. */
function courseWords({ course }: TopicCourse, locale: Locale): string {
  const t = translator(locale, 'leading');
  const nameOfMonth = (of: TopicMonth | undefined) =>
    of ? writtenPeriod(periodCode('month', of.year, of.month), locale) : '';
  const shares = course.map((of) => {
    const share = shareOf(of);
    return share === null ? t('topics.noLamps') : `${decimalOf(share * 100, 0)}%`;
  });
  return t('topics.course', {
    ...{
      from: nameOfMonth(course[0]),
      to: nameOfMonth(course.at(-1)),
      shares: shares.join(locale === 'en' ? ', ' : '、'),
    },
  });
}

/** A bar of each topic: its lamps by colour, and the share that was not red in the last months, both also in words. */
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
            <div aria-hidden="true" className="my-1 flex items-center gap-3">
              <div className="flex h-2 grow gap-px overflow-hidden rounded-sm">
                {parts.map(([part, tone]) => (
                  <span key={part} className={tone} style={{ width: `${(topic[part] / whole(topic)) * 100}%` }} />
                ))}
              </div>
              <Sparkline points={topic.course.map(shareOf)} range={[0, 1]} label="" />
            </div>
            <p className="text-table text-ink-2">
              {t('topics.counts', { red: topic.red, yellow: topic.yellow, green: topic.green, unlit: topic.unlit })}
            </p>
            <p className="text-table text-ink-2">{courseWords(topic, locale)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
