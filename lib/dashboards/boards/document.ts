import * as z from 'zod';
import {
  type BoardCard,
  cardKinds,
  columns,
  type BoardDocument as Document,
  firstWidths,
  limits,
  narrowest,
} from '@/lib/dashboards/boards/words';
import { Code, line, lines, PeriodCode } from '@/lib/reporting/collections/terms';

const common = {
  key: z.string().regex(/^c\d{1,4}$/),
  width: z.int().min(narrowest).max(columns),
  title: line(0, 60),
};

const several = (most: number) =>
  z
    .array(Code)
    .min(1)
    .max(most)
    .refine((codes) => new Set(codes).size === codes.length);

/** A card of a board; what it refers to may be gone later, which the card then says. */
export const Card = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('figure'), indicator: Code, unit: Code }),
  z.strictObject({ ...common, kind: z.literal('trend'), indicator: Code, units: several(limits.units) }),
  z.strictObject({ ...common, kind: z.enum(['bars', 'bump']), indicator: Code, group: Code }),
  z.strictObject({ ...common, kind: z.literal('heat'), indicators: several(limits.indicators), group: Code }),
  z.strictObject({ ...common, kind: z.literal('ranking'), scheme: Code, rows: z.int().min(3).max(limits.rows) }),
  z.strictObject({ ...common, kind: z.enum(['lamps', 'progress']), unit: Code }),
  z.strictObject({ ...common, kind: z.literal('text'), text: lines(1, limits.text) }),
]);

/** The stored document of a board: its cards in their order, each once. */
export const BoardDocument = z.strictObject({
  title: line(2, 60),
  lead: line(0, 200),
  cards: z
    .array(Card)
    .max(limits.cards)
    .refine((cards) => new Set(cards.map(({ key }) => key)).size === cards.length),
}) satisfies z.ZodType<Document>;

/** The JSON text of a form as a value; nothing readable for a text that is none. */
export function documentIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The key of the next card. */
export function nextKey(cards: readonly Pick<BoardCard, 'key'>[]): string {
  return `c${Math.max(0, ...cards.map(({ key }) => Number(key.slice(1)))) + 1}`;
}

/** What a reader narrows a board to, in its address; anything unreadable narrows nothing. */
export const Filter = z.object({
  period: PeriodCode.catch(''),
  unit: Code.catch(''),
  group: Code.catch(''),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The card that an address asks to put on a board, under a key of its own; null for none. */
export function askedCard(asked: Readonly<Record<string, unknown>>, key: string): BoardCard | null {
  const kind = cardKinds.find((one) => one === first(asked.kind));
  if (!kind) return null;
  const [indicator, unit, group, scheme] = [asked.indicator, asked.unit, asked.group, asked.scheme].map(first);
  const told = {
    figure: { indicator, unit },
    trend: { indicator, units: `${unit ?? ''}`.split(',').slice(0, limits.units) },
    bars: { indicator, group },
    bump: { indicator, group },
    heat: { indicators: `${indicator ?? ''}`.split(',').slice(0, limits.indicators), group },
    ranking: { scheme, rows: 10 },
    lamps: { unit },
    progress: { unit },
    text: { text: '' },
  }[kind];
  return Card.safeParse({ key, kind, width: firstWidths[kind], title: '', ...told }).data ?? null;
}
