import type { NextRequest } from 'next/server';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { wordsOf } from '@/app/server/refusal';
import { Refusal } from '@/lib/errors';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { writtenExpression } from '@/lib/observations/derived/formulas/written-formula';
import { checkedFormula, inputsFound } from '@/lib/observations/derived/queries';
import { longestFormula } from '@/lib/observations/derived/words';

export type FormulaAnswer = {
  /** The formula in words; empty where it cannot be read. */
  readonly reading: string;
  /** Everything that is wrong with it, each in a sentence. */
  readonly faults: readonly string[];
  /** What `q` finds, with the codes that a formula names them by. */
  readonly offers: readonly { readonly label: string; readonly code: string }[];
};

/** A formula that is being typed, in the words of its reader, and the indicators and sequences that `q` finds. */
export async function GET(request: NextRequest) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageIndicators')]);
  const refused = await overused(principal, 'search');
  if (refused) return refused;
  const t = translator(locale, 'derived');
  const asked = (name: string, most: number) => (request.nextUrl.searchParams.get(name) ?? '').trim().slice(0, most);
  // One character more than the longest, so that a longer one is told to be too long.
  const typed = {
    code: asked('code', 64),
    expression: asked('expression', longestFormula + 1),
    unitCode: asked('unit', 64),
  };
  const [read, found] = await Promise.all([
    typed.expression === '' ? null : checkedFormula(principal, typed),
    inputsFound(principal, asked('q', 60)),
  ]);
  const unit = read?.names.find(({ kind }) => kind === 'unit');
  const formula = read?.parsed ? writtenExpression(read.parsed, read.names, locale) : '';
  const answer: FormulaAnswer = {
    reading: formula && (unit ? t('readsFor', { formula, unit: nameOf(unit, locale) }) : t('reads', { formula })),
    faults: (read?.faults ?? []).map(({ key, details }) => wordsOf(new Refusal('invalid', key, details), locale)),
    offers: found.map((one) => {
      const name = nameOf(one, locale);
      const label = one.kind === 'group' ? t('sequence', { name }) : name;
      return { label: locale === 'en' ? `${label} (${one.code})` : `${label}（${one.code}）`, code: one.code };
    }),
  };
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
}
