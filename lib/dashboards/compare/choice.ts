import * as z from 'zod';
import { type Choice, type Choices, limits, views } from '@/lib/dashboards/compare/words';
import { paths, withQuery } from '@/lib/paths';

const many = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [...new Set([value].flat().flatMap((text) => text.split(',')))].filter((text) => text !== ''));
const list = many.optional().catch(undefined);

/** The raw parameters of the address. Lists may repeat the name (a form) or be joined by commas (a link). */
export const Asked = z.object({
  units: list,
  indicators: list,
  periods: list,
  transpose: z.enum(['1']).optional().catch(undefined),
  view: z.enum(views).optional().catch(undefined),
  sort: z.string().max(80).optional().catch(undefined),
  /** A text in the name or code of units to choose from. */
  q: z.string().max(80).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type Asked = z.output<typeof Asked>;

/**
 * The choice of an address: its known codes, in the official order and within the limits, or the opening choice for a
 * list that is left empty. `ignored` names the unknown codes, and `unchosen` the lists of a form of which nothing was chosen.
 */
export function choiceOf(
  asked: Asked,
  choices: Choices,
  opening: Pick<Choice, keyof typeof limits>,
): { choice: Choice; ignored: string[]; unchosen: (keyof typeof limits)[] } {
  const ignored: string[] = [];
  const lists = ['units', 'indicators', 'periods'] as const;
  const isForm = asked.view !== undefined || lists.some((name) => asked[name] !== undefined);
  const unchosen = isForm ? lists.filter((name) => (asked[name] ?? []).length === 0) : [];
  const pick = (name: keyof typeof limits, known: readonly string[]): string[] => {
    const wanted = asked[name];
    const found = known.filter((code) => (wanted ?? opening[name]).includes(code));
    ignored.push(...(wanted ?? []).filter((code) => !known.includes(code)), ...found.slice(limits[name]));
    return found.length > 0 ? found.slice(0, limits[name]) : known.filter((code) => opening[name].includes(code));
  };
  const codes = (rows: readonly { code: string }[]) => rows.map((row) => row.code);
  const choice = {
    units: pick('units', codes(choices.units)),
    indicators: pick('indicators', codes(choices.indicators)),
    periods: pick('periods', choices.periods),
    transposed: asked.transpose === '1',
    view: asked.view ?? 'table',
    sort: asked.sort ?? '',
    order: asked.order ?? 'desc',
  };
  return { choice, ignored, unchosen };
}

/** The address of a choice. */
export function addressOf(choice: Choice): string {
  const { units, indicators, periods, transposed, view, sort, order } = choice;
  const lists = Object.entries({ units, indicators, periods }).map(([name, codes]) => [name, codes.join(',')] as const);
  const others = {
    ...(transposed && { transpose: '1' }),
    ...(view !== 'table' && { view }),
    ...(sort && { sort, order }),
  };
  return withQuery(paths.comparison, [...lists, ...Object.entries(others)]).replaceAll('%2C', ',');
}
