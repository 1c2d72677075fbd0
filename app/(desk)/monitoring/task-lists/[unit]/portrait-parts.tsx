import type { ReactNode } from 'react';
import { Strengths } from '@/app/(desk)/assessment/explanation/[run]/[unit]/strengths';
import { LampMark } from '@/app/ui/figures/lamp-mark';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { writtenMeasure, writtenMet } from '@/lib/monitoring/consequences/written';
import { isOverdue } from '@/lib/monitoring/follow-ups/due-in';
import type { Portrait, TargetNow } from '@/lib/monitoring/task-lists/portrait/portrait';
import { paths, withQuery } from '@/lib/paths';
import { decimalOf, groupedDecimal, roundHalfUp } from '@/lib/statistics/numbers';

type Props = { portrait: Portrait; unit: Named; year: number; today: string; locale: Locale };

/** What is known of a unit in a year, in parts side by side. */
export function PortraitParts({ portrait, unit, year, today, locale }: Props) {
  const t = translator(locale, 'taskLists');
  const { newest, places, followUps, consequences } = portrait;
  const [first] = places;
  return (
    <div className="gap-x-10 lg:columns-2 print:columns-2 print:gap-x-5">
      <Part title={t('standing')}>
        {newest && first ? (
          <>
            <p className="mb-2 text-table text-ink-2 print:mb-0">
              {marked(
                t('standingOf', {
                  scheme: nameOf(first.scheme, locale),
                  period: writtenPeriod(first.periodCode, locale),
                }),
                locale,
              )}
            </p>
            <Strengths run={newest.run} unit={newest.result} standings={newest.standings} locale={locale} />
          </>
        ) : (
          <Nothing>{t('noStanding')}</Nothing>
        )}
      </Part>
      <Part title={t('places')}>
        <List
          none={t('noStanding')}
          lines={places.map(({ run, scheme, periodCode, rank, isTied, ranked, shown }) => ({
            key: run,
            what: (
              <To href={paths.explanation(run, unit.code)}>
                {marked(`${nameOf(scheme, locale)} · ${writtenPeriod(periodCode, locale)}`, locale)}
              </To>
            ),
            how: [
              rank === null ? t('unranked') : t(isTied ? 'placeTied' : 'place', { place: `${rank}`, of: `${ranked}` }),
              ...(shown === null ? [] : [t('scored', { score: shown })]),
            ].join(' · '),
          }))}
        />
      </Part>
      <Lamps portrait={portrait} unit={unit} year={year} locale={locale} />
      <Part title={t('targets')}>
        <List
          none={t('noTargets')}
          lines={portrait.targets.map((one) => ({
            key: one.indicator.code,
            what: <To href={paths.target(one.indicator.code, unit.code, year)}>{markedName(one.indicator, locale)}</To>,
            how: writtenTarget(one, locale),
          }))}
        />
      </Part>
      <Part title={t('followUps')}>
        <List
          none={t('noFollowUps')}
          more={followUps.total - followUps.lines.length}
          locale={locale}
          lines={followUps.lines.map((one) => ({
            key: one.id,
            what: <To href={paths.followUp(one.id)}>{marked(one.title, locale)}</To>,
            how: [
              t('followUpLine', {
                state: translator(locale, 'followUps')(`states.${one.state}`),
                due: one.dueOn,
              }),
              ...(isOverdue(one, today) ? [t('overdue')] : []),
            ].join(' · '),
            isBad: isOverdue(one, today),
          }))}
        />
      </Part>
      <Part title={t('consequences')}>
        <List
          none={t('noConsequences')}
          more={consequences.total - consequences.lines.length}
          locale={locale}
          lines={consequences.lines.map((one) => ({
            key: one.id,
            what: <To href={paths.consequence(one.id)}>{writtenMeasure(one, locale)}</To>,
            how: (
              <>
                {markedName(one.rule, locale)} · {writtenMet(one.met, locale)}
              </>
            ),
          }))}
        />
      </Part>
    </div>
  );
}

/** The red and yellow lamps in lines, the green ones as a count. */
function Lamps({ portrait, unit, year, locale }: Omit<Props, 'today'>) {
  const t = translator(locale, 'taskLists');
  const worse = portrait.lamps.filter(({ colour }) => colour !== 'green');
  const greens = portrait.lamps.length - worse.length;
  return (
    <Part title={t('lamps')}>
      {(worse.length > 0 || greens === 0) && (
        <List
          none={t('noLamps')}
          lines={worse.map(({ indicator, month, colour, redInRow, redInYear }) => ({
            key: indicator.code,
            what: (
              <>
                <LampMark lamp={{ colour, judged: colour }} isShort locale={locale} />{' '}
                <To href={withQuery(paths.lamp(unit.code, indicator.code), { year })}>
                  {markedName(indicator, locale)}
                </To>
              </>
            ),
            how: [
              t('lampLine', { month }),
              ...(redInYear > 0 ? [t('redMonths', { row: redInRow, year: redInYear })] : []),
            ].join(' · '),
          }))}
        />
      )}
      {greens > 0 && <p className="mt-1 text-table text-jade print:mt-0">{t('greens', { count: greens })}</p>}
    </Part>
  );
}

/** How far a target is, in words. */
function writtenTarget({ indicator, target, actual, month, share, isReached }: TargetNow, locale: Locale): string {
  const t = translator(locale, 'taskLists');
  const value = (decimal: string) =>
    `${groupedDecimal(roundHalfUp(decimal, indicator.decimals))} ${unitBehind(indicator, locale)}`.trim();
  const asked = t('targetOf', { target: value(target) });
  if (actual === null || month === null) return `${asked} · ${t('noFigure')}`;
  const far = isReached ? t('reached') : share === null ? '' : t('share', { share: decimalOf(share, 1) });
  return [asked, t('targetAt', { month, actual: value(actual) }), far].filter(Boolean).join(' · ');
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mb-5 min-w-0 break-inside-avoid print:mb-1.5">
      <h3 className="mb-1 text-sm font-semibold print:mb-0 print:text-[11px] print:leading-4">{title}</h3>
      {children}
    </div>
  );
}

const Nothing = ({ children }: { children: ReactNode }) => <p className="text-table text-ink-2">{children}</p>;

function To({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11 print:min-h-0">
      {children}
    </a>
  );
}

type Line = { readonly key: string; readonly what: ReactNode; readonly how: ReactNode; readonly isBad?: boolean };

function List(props: { lines: readonly Line[]; none: string; more?: number; locale?: Locale }) {
  const { lines, none, more = 0, locale = 'zh-CN' } = props;
  if (lines.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <ul>
      {lines.map(({ key, what, how, isBad }) => (
        <li
          key={key}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-1 print:py-0"
        >
          <span className="min-w-0">{what}</span>
          <span className={isBad ? 'text-table font-semibold text-vermilion' : 'text-table text-ink-2'}>{how}</span>
        </li>
      ))}
      {more > 0 && (
        <li className="py-1 text-table text-ink-2 print:py-0">
          {translator(locale, 'taskLists')('moreOf', { count: more })}
        </li>
      )}
    </ul>
  );
}
