import { sql } from 'drizzle-orm';
import { indicatorAlias } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { englishOr, type IndicatorInput, namesIn } from '@/lib/catalogue/indicators/editing/indicator-input';
import {
  englishWords,
  namedIndicator,
  refuseTakenNames,
  refuseUnknownTopic,
} from '@/lib/catalogue/indicators/editing/queries';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';
import { Refusal } from '@/lib/errors';

/**
 * The columns of an indicator as it was typed, and its aliases. Refuses an unknown topic, names of others, and a growth of
 * what is no rate or of itself. `own` is its code; null for a new one.
 */
export async function indicatorRow(work: Work, own: string | null, { aliases, ...typed }: IndicatorInput) {
  await refuseUnknownTopic(work, typed.topicCode);
  const others = namesIn(aliases.join('\n')).filter((alias) => alias !== typed.nameZh);
  await refuseTakenNames(work, own, { nameZh: typed.nameZh, aliases: others });
  const growthOf = await namedIndicator(work, 'growthOf', typed.growthOf);
  const english = await englishWords(work, {
    unitZh: typed.unitZh,
    departments: [typed.responsibleZh, ...namesIn(typed.assistingZh)],
  });
  const row = indicatorColumns(own, typed, { growthOf, ...english });
  return { row, aliases: others };
}

/** What the columns of an indicator are made from besides its form: whose growth it states, and the English words. */
type Known = {
  readonly growthOf: string | null;
  readonly unit: string;
  readonly departmentOf: (name: string) => string;
};

/** The columns of an indicator. Refuses a growth of what is no rate or of itself. */
export function indicatorColumns(own: string | null, typed: Omit<IndicatorInput, 'aliases'>, known: Known) {
  const { growthOf, unit, departmentOf } = known;
  if (growthOf !== null && (typed.measure !== 'rate' || growthOf === own))
    throw new Refusal('invalid', 'catalogue.refused.growthOfWhat', { field: 'growthOf' });
  const assisting = namesIn(typed.assistingZh);
  return {
    ...typed,
    growthOf,
    nameEn: englishOr(typed.nameEn, typed.nameZh),
    initials: initialsOf(typed.nameZh),
    unitEn: englishOr(typed.unitEn, unit),
    responsibleEn: departmentOf(typed.responsibleZh),
    assistingZh: assisting.join('、'),
    assistingEn: assisting.map(departmentOf).join(', '),
  };
}

/** Gives an indicator these aliases and no others. */
export async function setAliases(work: Work, code: string, aliases: readonly string[]): Promise<void> {
  await work.tx.delete(indicatorAlias).where(sql`${indicatorAlias.indicatorCode} = ${code}`);
  if (aliases.length === 0) return;
  await work.tx.insert(indicatorAlias).values(aliases.map((alias) => ({ indicatorCode: code, alias })));
}
