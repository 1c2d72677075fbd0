import { addsUp } from '@/lib/catalogue/comparing/adds-up';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type RankingNote, rankingNotes } from '@/lib/observations/ranking/ranking-notes';
import type { PeerUnit, Ranking } from '@/lib/observations/ranking/words';

const inexactWords = {
  at_least: 'notes.bounds',
  at_most: 'notes.upper',
  about: 'notes.about',
  expected: 'notes.expected',
} as const;

/** The notes of a ranking as sentences; of more than `mostTies` shared places the others are counted. */
export function noteTexts(ranking: Ranking, locale: Locale, mostTies = Number.POSITIVE_INFINITY): string[] {
  const t = translator(locale, 'indicators');
  const period = parsePeriod(ranking.periodCode);
  const base = writtenPeriod((period && yearEarlier(period)) ?? '', locale);
  const unitNames = (units: readonly PeerUnit[]) =>
    units.length === ranking.reported && units.length > 2
      ? t('notes.everyUnit', { count: units.length })
      : listed(
          units.map((unit) => nameOf(unit, locale)),
          locale,
        );
  const textOf = (note: RankingNote): string => {
    switch (note.kind) {
      case 'inexact':
        return t(inexactWords[note.qualifier], { units: unitNames(note.units) });
      case 'tie':
        return t(note.rounded ? 'notes.ties' : 'notes.tiesPlain', { place: note.place, units: unitNames(note.units) });
      case 'redefined':
        return t('notes.redefined', { base, day: note.day });
      case 'withdrawnSource':
        return t('notes.withdrawnSource', { units: unitNames(note.units) });
      case 'compared':
        return t('notes.compared', { base, count: note.count });
      case 'notCompared':
        return t('notes.notCompared', { base });
      case 'missing':
        return t('notes.missing', { count: note.units.length });
      case 'share':
        return ranking.whole?.kind === 'unit'
          ? t('notes.shareUnit', { unit: nameOf(ranking.whole.unit, locale) })
          : t('notes.shareGroup', { count: ranking.rows.length });
      default:
        return t(`notes.${note.kind}`);
    }
  };
  const notes = rankingNotes(ranking, addsUp(ranking.indicator));
  const ties = notes.filter(({ kind }) => kind === 'tie');
  if (ties.length <= mostTies) return notes.map(textOf);
  const left = new Set(ties.slice(mostTies));
  const shown = notes.filter((note) => !left.has(note)).map(textOf);
  return [...shown, t('notes.moreTies', { count: ties.length, shown: mostTies })];
}
