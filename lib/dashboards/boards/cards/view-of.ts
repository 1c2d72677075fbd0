import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { BoardCard } from '@/lib/dashboards/boards/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { filtered, runOf } from './asked';
import type { CardView } from './card-view';
import { groupView, heatView } from './group-views';
import { absent, type CardOf, joined, type Look } from './look';
import { figureView, trendView } from './unit-views';

/** A card as its reader sees it under their filter. */
export function viewOf(stored: BoardCard, look: Look): CardView {
  const card = filtered(stored, look.filter);
  switch (card.kind) {
    case 'figure':
      return figureView(card, look);
    case 'trend':
      return trendView(card, look);
    case 'bars':
    case 'bump':
      return groupView(card, look);
    case 'heat':
      return heatView(card, look);
    case 'ranking':
      return rankingView(card, look);
    case 'lamps':
    case 'progress':
      return lampsView(card, look);
    case 'text':
      return {
        ...{ card, title: card.title, subtitle: '', cited: [], href: '' },
        body: { kind: 'text', paragraphs: card.text.split(/\n+/).filter((line) => line.trim() !== '') },
      };
  }
}

function rankingView(card: CardOf<'ranking'>, look: Look): CardView {
  const { data, filter, home, locale } = look;
  const ofScheme = data.runs.filter(({ schemeCode }) => schemeCode === card.scheme);
  const run = runOf(data.runs, card.scheme, filter);
  const scheme = ofScheme[0];
  if (!run) return absent(card, scheme ? 'noRunInPeriod' : 'noRun', look, scheme && nameOf(scheme, locale));
  const own = data.rows.filter((row) => row.run === run.id);
  const focal = new Set(filter.unit ? [filter.unit] : home);
  const t = translator(locale, 'boards');
  return {
    card,
    title: card.title || nameOf(run, locale),
    subtitle: joined(
      nameOf(run.group, locale),
      writtenPeriod(run.periodCode, locale),
      run.publishedAt ? t('publishedOn', { at: writtenMoment(run.publishedAt) }) : '',
    ),
    body: {
      ...{ kind: 'ranking', run, focal },
      rows: own.filter(({ rank, code }) => rank <= card.rows || (filter.unit !== '' && code === filter.unit)),
    },
    cited: [],
    href: withQuery(paths.rankings, { run: run.id }),
  };
}

function lampsView(card: CardOf<'lamps' | 'progress'>, look: Look): CardView {
  const { data, locale } = look;
  const unit = data.units.get(card.unit);
  if (!data.seesLamps) return absent(card, 'lampsSignedIn', look);
  if (!unit) return absent(card, 'unitGone', look);
  const t = translator(locale, 'boards');
  const title = joined(nameOf(unit, locale), t(`kinds.${card.kind}`));
  const all = data.lamps.filter((lamp) => lamp.unit === card.unit);
  const lamps = card.kind === 'lamps' ? all : all.filter(({ facts }) => facts.target !== undefined);
  const [first] = lamps;
  if (!first) return absent(card, 'noLamps', look, title);
  const { year, month } = first;
  return {
    ...{ card, title: card.title || title, cited: [] },
    subtitle: writtenPeriod(periodCode('month', year, month), locale),
    body: { kind: card.kind, lamps, month: { year, month } },
    href: paths.lamps,
  };
}
