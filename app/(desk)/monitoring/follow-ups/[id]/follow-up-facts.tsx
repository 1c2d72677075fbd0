import type { ReactNode } from 'react';
import { StateMark, TimeLeft } from '@/app/(desk)/monitoring/follow-ups/state-mark';
import { marked } from '@/app/ui/primitives/marked';
import { FactList } from '@/app/ui/tables/fact-list';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FollowUpView } from '@/lib/monitoring/follow-ups/page/words';
import { addressOf, writtenAbout } from '@/lib/monitoring/follow-ups/remarks/written-about';
import { writtenMonth, writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths, withQuery } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

type Props = { view: FollowUpView; today: string; locale: Locale };

/** What a follow-up asks, of whom, and why. */
export function FollowUpFacts({ view, today, locale }: Props) {
  const t = translator(locale, 'followUps');
  const nameIn = (code: string) => {
    const found = view.units.get(code);
    return found ? nameOf(found, locale) : code;
  };
  return (
    <FactList
      facts={[
        [t('page.facts.state'), <StateMark key="state" state={view.state} locale={locale} />],
        [t('page.facts.unit'), marked(nameIn(view.unit), locale)],
        [t('page.facts.assisting'), marked(listed(view.assisting.map(nameIn), locale), locale)],
        [
          t('page.facts.due'),
          <span key="due" className="flex flex-wrap gap-x-3">
            {view.dueOn} <TimeLeft of={view} today={today} locale={locale} />
          </span>,
        ],
        [
          t('page.facts.matter'),
          <span key="matter" className="whitespace-pre-line">
            {marked(view.matter, locale)}
          </span>,
        ],
        [t('page.facts.origin'), <OriginOf key="origin" view={view} locale={locale} />],
        [t('page.facts.condition'), view.condition && <ConditionOf key="condition" view={view} locale={locale} />],
        [
          t('page.facts.merged'),
          view.mergedInto && (
            <a key="merged" href={paths.followUp(view.mergedInto)} className="text-sea underline">
              {writtenNumber(view.mergedInto, locale)}
            </a>
          ),
        ],
      ]}
    />
  );
}

function OriginOf({ view, locale }: Omit<Props, 'today'>): ReactNode {
  const t = translator(locale, 'followUps');
  const { origin, remark } = view;
  const link = (href: string, words: string) => (
    <a href={href} className="text-sea underline">
      {marked(words, locale)}
    </a>
  );
  if (origin.kind === 'meeting' || origin.kind === 'hand') {
    const note = origin.note || t('page.noNote');
    return marked(t(origin.kind === 'meeting' ? 'page.fromMeeting' : 'page.fromHand', { note }), locale);
  }
  if (origin.kind === 'remark') {
    if (!remark) return null;
    const said = { words: remark.words, name: remark.by, at: writtenMoment(remark.at) };
    return (
      <>
        <span className="block whitespace-pre-line">{marked(t('page.fromRemark', said), locale)}</span>
        {link(addressOf(remark), writtenAbout(remark, locale))}
      </>
    );
  }
  const of = view.units.get(origin.unit);
  const unit = of ? nameOf(of, locale) : origin.unit;
  if (origin.kind === 'score') return link(paths.explanation(origin.run, origin.unit), t('page.fromScore', { unit }));
  const measured = view.indicators.get(origin.indicator);
  const indicator = measured ? nameOf(measured, locale) : origin.indicator;
  if (origin.kind === 'figure') {
    const words = t('page.fromFigure', { unit, indicator, period: writtenPeriod(origin.period, locale) });
    return link(paths.figure(origin.indicator, origin.unit, origin.period), words);
  }
  return link(
    withQuery(paths.lamp(origin.unit, origin.indicator), { year: origin.year }),
    t('page.fromLamp', { unit, indicator, month: writtenMonth(origin, locale) }),
  );
}

/** The condition, and the figure that satisfies it; a person still confirms it. */
function ConditionOf({ view, locale }: Omit<Props, 'today'>) {
  const t = translator(locale, 'followUps');
  const { condition, metBy, state, isClosedDespite } = view;
  if (!condition) return null;
  const [unit, indicator] = [view.units.get(condition.unit), view.indicators.get(condition.indicator)];
  const amount = (value: string) => `${groupedDecimal(value)}${indicator ? ` ${unitBehind(indicator, locale)}` : ''}`;
  const said = {
    unit: unit ? nameOf(unit, locale) : condition.unit,
    indicator: indicator ? nameOf(indicator, locale) : condition.indicator,
    period: writtenPeriod(condition.period, locale),
    value: amount(condition.value),
  };
  const met = metBy && {
    period: writtenPeriod(metBy.period, locale),
    value: amount(metBy.value),
    on: metBy.on,
  };
  const isClosed = state === 'closed';
  return (
    <>
      <span className="block">{marked(t(`page.${condition.side}`, said), locale)}</span>
      <span className={met ? 'block text-sea' : 'block text-ink-2'}>
        {met
          ? `✓ ${t(isClosed ? 'page.metAt' : 'page.metBy', met)}`
          : t(isClosed && isClosedDespite ? 'page.despite' : 'page.notMet')}
      </span>
    </>
  );
}
