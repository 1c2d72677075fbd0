import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampRule, LampRules } from '@/lib/monitoring/lamps/words';

/** The rules of a set in words, a sentence each. */
export function writtenRules(rules: LampRules, locale: Locale): string[] {
  return rules.map((rule) => writtenRule(rule, locale));
}

function writtenRule(rule: LampRule, locale: Locale): string {
  const t = translator(locale, 'lamps');
  switch (rule.kind) {
    case 'behindSchedule':
      return t('rules.written.behindSchedule', { yellow: `${rule.yellowFrom}`, red: `${rule.redAbove}` });
    case 'notStarted':
      return t('rules.written.notStarted', { yellow: rule.yellowFrom, red: rule.redFrom });
    case 'growth':
      return t(
        rule.asPlanned && rule.asPeers
          ? 'rules.written.growthBoth'
          : rule.asPlanned
            ? 'rules.written.growthPlanned'
            : 'rules.written.growthPeers',
      );
    case 'place':
      return (['yellowLast', 'redLast', 'yellowFall', 'redFall'] as const)
        .flatMap((name) => (rule[name] > 0 ? [t(`rules.written.${name}`, { count: rule[name] })] : []))
        .join(t('reasons.comma'));
  }
}
