import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Aggregation } from '@/lib/assessment/words';
import { type Chance, chance, oneOf } from '@/lib/cli/fuzz/chance';

type Shape = {
  readonly seed: number;
  readonly units: number;
  readonly blocks: number;
  /** The number of items in every block. */
  readonly items: number;
  readonly aggregation?: Aggregation;
  readonly more?: object;
  /** One of how many figures is missing; 0 for none. */
  readonly gaps?: number;
};

const methods = [
  { kind: 'efficacy', base: 60, bounds: { from: 'peers' } },
  { kind: 'minMax', bounds: { from: 'peers' } },
  { kind: 'zScore' },
  { kind: 'rankLadder', step: 1, stepIn: 'percent' },
  { kind: 'ratioToBest' },
] as const;

/** A scheme of invented items, whose weights sum, and its inputs; the same for the same shape. */
export function inventedAssessment(shape: Shape): { readonly scheme: Scheme; readonly inputs: Inputs } {
  const random = chance(shape.seed + 1);
  return { scheme: inventedScheme(shape, random), inputs: inventedInputs(shape, random) };
}

function inventedScheme(shape: Shape, random: Chance): Scheme {
  const block = (at: number, weight: number) => ({
    kind: 'block',
    key: `B${at}`,
    nameZh: `板块${at}`,
    nameEn: `Block ${at}`,
    weight,
    full: 100,
    aggregation: shape.aggregation ?? 'sum',
    renormalise: random(2) === 0,
    parts: weightsSumming(shape.items, random).map((itemWeight, item) => ({
      kind: 'item',
      key: `I${at}x${item}`,
      nameZh: `指标${at}.${item}`,
      nameEn: `Item ${at}.${item}`,
      weight: itemWeight,
      indicator: `X${at}.${item}`,
      direction: random(3) === 0 ? 'lower' : 'higher',
      method: oneOf(random, methods),
    })),
  });
  return Scheme.parse({
    format: 1,
    nameZh: '演示方案',
    nameEn: 'Invented scheme',
    kind: 'comprehensive',
    peerGroup: 'DEMO',
    missing: 'rebase',
    root: {
      kind: 'block',
      key: 'total',
      nameZh: '总分',
      nameEn: 'Total',
      weight: 100,
      aggregation: 'sum',
      parts: weightsSumming(shape.blocks, random).map((weight, at) => block(at, weight)),
    },
    ...shape.more,
  });
}

/** Whole weights that sum to 100. */
function weightsSumming(count: number, random: Chance): number[] {
  const weights = Array.from({ length: count }, () => 1 + random(Math.max(1, Math.floor(100 / count) - 1)));
  const rest = 100 - weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, at) => (at === 0 ? weight + rest : weight));
}

function inventedInputs({ units, blocks, items, gaps = 0 }: Shape, random: Chance): Inputs {
  const codes = Array.from({ length: units }, (_, at) => `U${at}`);
  const indicators = Array.from({ length: blocks * items }, (_, at) => `X${Math.floor(at / items)}.${at % items}`);
  return {
    period: '2024',
    deadlinePassed: true,
    units: codes.map((code, order) => ({ code, nameZh: `演示${order}区`, nameEn: `District ${order}`, order })),
    figures: codes.flatMap((unit) =>
      indicators.flatMap((indicator) =>
        gaps > 0 && random(gaps) === 0
          ? []
          : [{ indicator, unit, period: '2024', value: `${1 + random(100_000)}`, qualifier: 'exact' as const }],
      ),
    ),
    targets: [],
    entries: [],
  };
}
