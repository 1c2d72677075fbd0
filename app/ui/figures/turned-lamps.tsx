import type { ReactNode } from 'react';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { lampWord, reasonParts } from '@/lib/monitoring/lamps/written-lamp';
import type { Turned, TurnedLamp } from '@/lib/monitoring/leading/words';
import { paths, withQuery } from '@/lib/paths';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import { LampMark } from './lamp-mark';

/** The lamps that turned red, stayed so, and are red no more, each with its reason and its owner. */
export function TurnedLamps(props: {
  turned: Turned;
  /** What follows a lamp that is red. */
  after?: (lamp: TurnedLamp) => ReactNode;
  locale: Locale;
}) {
  const { turned, after, locale } = props;
  const t = translator(locale, 'leading');
  const { counts, turnedRed, stillRed, recovered } = turned;
  const more = after && { after };
  // What is empty stands below what is not.
  const red = [
    { key: 'turned', heading: t('turns.red', { count: counts.turnedRed }), lamps: turnedRed, of: counts.turnedRed },
    { key: 'still', heading: t('turns.still', { count: counts.stillRed }), lamps: stillRed, of: counts.stillRed },
  ].sort((one, other) => Number(one.of === 0) - Number(other.of === 0));
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <div className="min-w-0 space-y-6">
        {red.map(({ key, ...part }) => (
          <Part key={key} {...part} locale={locale} {...more} />
        ))}
      </div>
      <Part
        heading={t('turns.recovered', { count: counts.recovered })}
        lamps={recovered}
        of={counts.recovered}
        locale={locale}
      />
    </div>
  );
}

function Part(props: {
  heading: string;
  lamps: readonly TurnedLamp[];
  of: number;
  after?: (lamp: TurnedLamp) => ReactNode;
  locale: Locale;
}) {
  const { heading, lamps, of, locale } = props;
  const t = translator(locale, 'leading');
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-semibold">{heading}</h3>
      <ul>
        {lamps.map((lamp) => (
          <li key={`${lamp.unit} ${lamp.indicator}`} className="border-b border-rule py-2">
            <p>
              <LampMark lamp={lamp} locale={locale} />{' '}
              <a
                href={withQuery(paths.lamp(lamp.unit, lamp.indicator), { year: lamp.year })}
                className="font-medium text-sea hover:underline"
              >
                {markedName(lamp.unitName, locale)} · {markedName(lamp.of, locale)}
                <span aria-hidden="true"> ›</span>
              </a>{' '}
              <span className="text-table whitespace-nowrap text-ink-2">{wasText(lamp, locale)}</span>
            </p>
            <Reason {...reasonParts(lamp, lamp.of, locale)} />
            <Owner lamp={lamp} locale={locale} />
            {props.after?.(lamp)}
          </li>
        ))}
      </ul>
      {of > lamps.length && (
        <p className="mt-2 text-table text-ink-2">{t('turns.more', { count: of - lamps.length })}</p>
      )}
    </div>
  );
}

/** The lamp of the month before, with its gap beside this month's. */
function wasText({ was, wasGap }: TurnedLamp, locale: Locale): string {
  const t = translator(locale, 'leading');
  if (was === null) return t('turns.wasNone');
  const text = t('turns.was', { lamp: lampWord({ colour: was, judged: was }, locale) });
  if (wasGap === null || wasGap === 0) return text;
  const points = groupedDecimal(decimalOf(Math.abs(wasGap), 1));
  return t(wasGap < 0 ? 'turns.wasBehind' : 'turns.wasAhead', { was: text, points });
}

/** A reason with the clause that says how far behind before the others. */
function Reason({ gap, rest }: { gap: string; rest: string }) {
  return (
    <p className="text-table">
      <strong className="font-semibold">{gap}</strong>
      {rest}
    </p>
  );
}

/** The department that answers for an indicator, and whom to ask there. */
function Owner({ lamp, locale }: { lamp: TurnedLamp; locale: Locale }) {
  const t = translator(locale, 'leading');
  const owner = nameOf({ nameZh: lamp.responsibleZh, nameEn: lamp.responsibleEn }, locale);
  if (owner === '' && lamp.contact === '') return null;
  return (
    <p className="text-table text-ink-2">
      {owner !== '' && t('turns.owner', { owner })}{' '}
      {lamp.contact !== '' && (
        <span className="inline-block">{marked(t('turns.contact', { contact: lamp.contact }), locale)}</span>
      )}
    </p>
  );
}
