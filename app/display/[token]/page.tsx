import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { addressPart } from '@/app/server/address-part';
import { currentMoment } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { CardContent } from '@/app/ui/boards/card-content';
import { boardData } from '@/lib/dashboards/boards/cards/queries';
import { viewOf } from '@/lib/dashboards/boards/cards/view-of';
import { noFilter } from '@/lib/dashboards/boards/words';
import { forDisplay } from '@/lib/dashboards/displays/for-display';
import { shownBoards, shownByToken } from '@/lib/dashboards/displays/queries';
import { storedVersion } from '@/lib/health/version/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { Dark, SlideShow } from './slide-show';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'displays')('title'), robots: { index: false } };
}

/** The most that a chart over time is high on a wall, with its notes below it. */
const highest = 240;

/** A display on a wall, by its token alone: dark, large, turning, and read by nobody's session. */
export default async function DisplayPage({ params }: PageProps<'/display/[token]'>) {
  const [{ token: part }, now, locale] = await Promise.all([params, currentMoment(), currentLocale()]);
  const token = addressPart(part);
  const t = translator(locale, 'displays');
  const [found, mark] = await Promise.all([shownByToken(token, now), storedVersion()]);
  if ('refused' in found) {
    if (found.refused === 'unknown') notFound();
    return (
      <div className="display dark">
        <Dark title={t('screen.ended')} reason={t('screen.endedReason')} />
      </div>
    );
  }
  const [boards, { settings }] = await Promise.all([shownBoards(found.principal, found.items), currentPlace()]);
  // Cards of all boards are read at once: their keys are those of their boards before them.
  const cards = boards.flatMap(({ document }) => document.cards);
  const data = await boardData(found.principal, cards, noFilter);
  const look = { data, filter: noFilter, home: settings.homeUnits, locale };
  const at = writtenMoment(now);
  if (cards.length === 0) {
    return (
      <div className="display dark">
        <Dark title={t('screen.nothing')} reason={t('screen.nothingReason')} />
      </div>
    );
  }
  return (
    <div className="display dark">
      <SlideShow
        boards={boards.map(({ id, document }) => ({
          id,
          title: document.title,
          cards: document.cards.flatMap((card) => {
            const view = viewOf(card, look);
            // A wall has nobody who could sign in.
            if (view.body.kind === 'absent' && view.body.absence === 'lampsSignedIn') return [];
            const { body, of, count } = forDisplay(view.body);
            const part = of > count ? t('screen.listed', { of, count }) : '';
            const key = `${id} ${card.key}`;
            return {
              ...{ key, width: card.width, kind: card.kind },
              content: (
                <CardContent
                  view={{ ...view, body, subtitle: [view.subtitle, part].filter(Boolean).join(' · ') }}
                  id={key.replace(/\W/g, '-')}
                  highest={highest}
                  locale={locale}
                />
              ),
            };
          }),
        }))}
        mark={mark ?? ''}
        state={paths.displayState(token)}
        words={{
          pause: t('screen.pause'),
          resume: t('screen.resume'),
          paused: t('screen.paused'),
          updated: t('screen.updated', { at }),
          offline: t('screen.offline', { at }),
          ended: t('screen.ended'),
          endedReason: t('screen.endedReason'),
          keys: t('screen.keys'),
          cards: t('screen.cards'),
        }}
      />
    </div>
  );
}
