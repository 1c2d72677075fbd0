import type { BoardCard } from '@/lib/dashboards/boards/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale, Named } from '@/lib/i18n/words';

export type IndicatorChoice = Named & { readonly topic: string; readonly unitZh: string; readonly unitEn: string };

/** What cards may show. */
export type BoardChoices = {
  readonly topics: readonly Named[];
  readonly indicators: readonly IndicatorChoice[];
  readonly units: readonly Named[];
  readonly groups: readonly Named[];
  readonly schemes: readonly Named[];
  /** The unit and the group with which a new card begins. */
  readonly home: { readonly unit: string; readonly group: string };
};

export type Words = ReturnType<typeof partTranslator<'boards'>>;

export type Option = { readonly value: string; readonly label: string; readonly group?: string };

export const namedOptions = (rows: readonly Named[], locale: Locale): Option[] =>
  rows.map((row) => ({ value: row.code, label: nameOf(row, locale) }));

/** The indicators by topic, each with its unit of measure. */
export function indicatorOptions({ indicators, topics }: BoardChoices, locale: Locale): Option[] {
  const topicNames = new Map(topics.map((topic) => [topic.code, nameOf(topic, locale)]));
  return indicators.map((one) => {
    const unit = unitOf(one, locale);
    return {
      value: one.code,
      label: unit ? `${nameOf(one, locale)} (${unit})` : nameOf(one, locale),
      group: topicNames.get(one.topic) ?? one.topic,
    };
  });
}

/** What a card is called while the board is composed: its title, else its kind and what it shows. */
export function cardName(card: BoardCard, choices: BoardChoices, t: Words, locale: Locale): string {
  if (card.title) return card.title;
  const named = (rows: readonly Named[], code: string) => {
    const row = rows.find((one) => one.code === code);
    return row ? nameOf(row, locale) : code;
  };
  const parts = [
    ...('indicator' in card ? [named(choices.indicators, card.indicator)] : []),
    ...('indicators' in card ? card.indicators.slice(0, 1).map((code) => named(choices.indicators, code)) : []),
    ...('unit' in card ? [named(choices.units, card.unit)] : []),
    ...('units' in card ? card.units.slice(0, 1).map((code) => named(choices.units, code)) : []),
    ...('group' in card ? [named(choices.groups, card.group)] : []),
    ...('scheme' in card ? [named(choices.schemes, card.scheme)] : []),
    ...('text' in card ? [card.text.slice(0, 12)] : []),
  ];
  return [t(`kinds.${card.kind}`), ...parts].filter(Boolean).join(' · ');
}
