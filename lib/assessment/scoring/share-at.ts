import type { PlainMethod } from '@/lib/assessment/schemes/document/methods';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { completionOutcome } from './methods/completion';
import { scaledOutcome } from './methods/efficacy';
import { bonusOutcome, deductionsOutcome, expertOutcome } from './methods/ledger';
import type { Outcome } from './methods/peers';
import { gainOutcome, ladderOutcome } from './methods/places';
import { rangeOutcome } from './methods/range';
import { ratioToBestOutcome, ratioToReferenceOutcome, standardRatioOutcome, zScoreOutcome } from './methods/references';
import { bandedOutcome, tieredOutcome } from './methods/tiers';

/**
 * The share of an item's points that a value earns, in percent, for drawing the curve of a method without any inputs.
 * `terms` are the letters that the peers or the unit would give (see `ItemBasis.terms`); what is lacking is null. For a
 * rank ladder x is the place, for a rank gain the place now, for deductions the points deducted. A blend has no curve.
 */
export function shareAt(
  item: Pick<SchemeItem, 'method' | 'direction' | 'weight'>,
  x: number,
  context: { readonly terms: Readonly<Record<string, number>> },
): number | null {
  const { method, weight } = item;
  if (method.kind === 'blend') return null;
  const better = item.direction === 'lower' ? 'lower' : 'higher';
  const share = outcomeAt(method, better, weight, x, context.terms).share;
  return share !== null && Number.isFinite(share) ? share : null;
}

function outcomeAt(
  method: PlainMethod,
  better: 'higher' | 'lower',
  weight: number,
  x: number,
  terms: Readonly<Record<string, number>>,
): Outcome {
  const term = (letter: string) => terms[letter] ?? Number.NaN;
  switch (method.kind) {
    case 'completion': {
      const target = method.target.from === 'given' ? method.target.value : term('target');
      return completionOutcome(method, better, x, target, term('base'));
    }
    case 'efficacy':
    case 'exponentialEfficacy':
    case 'minMax': {
      const { bounds } = method;
      const [low, high] = bounds.from === 'given' ? [bounds.low, bounds.high] : [term('low'), term('high')];
      return scaledOutcome(method, x, low, high);
    }
    case 'tieredEfficacy':
      return tieredOutcome(method, x);
    case 'banded':
      return bandedOutcome(method, x);
    case 'zScore':
      return zScoreOutcome(method, better, x, term('mean'), term('deviation'));
    case 'ratioToBest':
      return ratioToBestOutcome(method, better, x, term('best'));
    case 'ratioToReference': {
      const reference = method.reference.from === 'given' ? method.reference.value : term('reference');
      return ratioToReferenceOutcome(method, better, x, reference);
    }
    case 'standardRatio':
      return standardRatioOutcome(method, x, method.best ?? term('best'));
    case 'rankLadder':
      return ladderOutcome({ ...method, gate: null }, better, weight, x, x);
    case 'rankGain':
      return gainOutcome(method, x, term('earlier'));
    case 'range': {
      const { span } = method;
      return span.from === 'given'
        ? rangeOutcome(method, x, span.below, span.above)
        : rangeOutcome(method, x, term('span'), term('span'));
    }
    case 'deductions':
      return deductionsOutcome(method, weight, [{ points: x, incident: '' }]);
    case 'bonus':
      return bonusOutcome(method.from === 'value' ? method.pointsEach : 1, weight, x);
    case 'expert':
      return expertOutcome(method, [x]);
  }
}
