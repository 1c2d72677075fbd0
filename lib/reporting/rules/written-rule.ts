import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** A rule in one sentence; `nameOf` returns the name of an indicator by its code. */
export function writtenRule(rule: CheckRule, nameOf: (code: string) => string, locale: Locale): string {
  const sentence = writtenCheck(rule, nameOf, locale);
  const tolerance = 'tolerance' in rule.parameters ? rule.parameters.tolerance : undefined;
  if (tolerance === undefined) return sentence;
  return translator(locale, 'rules')('sentences.within', { sentence, tolerance: groupedDecimal(tolerance) });
}

function writtenCheck(rule: CheckRule, nameOf: (code: string) => string, locale: Locale): string {
  const t = translator(locale, 'rules');
  switch (rule.kind) {
    case 'range': {
      const [min, max] = [rule.parameters.min, rule.parameters.max].map((one) => one && groupedDecimal(one));
      if (min && max) return t('sentences.between', { min, max });
      return min ? t('sentences.min', { min }) : t('sentences.max', { max: max ?? '' });
    }
    case 'decimals': {
      const { most } = rule.parameters;
      return most === undefined ? t('sentences.decimals') : t('sentences.most', { most: `${most}` });
    }
    case 'jumpPrevious':
    case 'jumpYear': {
      const { percent, points } = rule.parameters;
      if (points === undefined) return t(`sentences.${rule.kind}`, { percent: `${percent}` });
      if (percent === undefined) return t(`sentences.${rule.kind}Points`, { points: `${points}` });
      return t(`sentences.${rule.kind}Both`, { percent: `${percent}`, points: `${points}` });
    }
    case 'unitSlip':
      return t('sentences.unitSlip', {
        factors: listed(
          rule.parameters.factors.map((factor) => groupedDecimal(`${factor}`)),
          locale,
        ),
      });
    case 'cumulativeNotBelow':
    case 'cumulativeSum':
      return t(`sentences.${rule.kind}`);
    case 'sumOfParts': {
      const { whole, parts, atMost } = rule.parameters;
      return t(atMost ? 'sentences.partsAtMost' : 'sentences.sumOfParts', {
        whole: nameOf(whole),
        parts: listed(parts.map(nameOf), locale),
      });
    }
    case 'formula':
      return rule.parameters.expression;
    case 'reportedGrowth':
      return t('sentences.reportedGrowth', { points: `${rule.parameters.points}` });
    case 'peerOutlier':
      return t('sentences.peerOutlier', { deviations: `${rule.parameters.deviations}` });
  }
}
