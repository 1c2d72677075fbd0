import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CheckRule } from '@/lib/reporting/rules/rule';

/** Whether the latest row of a rule is active, and whether it begins in the future. */
export function RuleState({ rule, today, locale }: { rule: CheckRule; today: string; locale: Locale }) {
  const t = translator(locale, 'rules');
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={rule.isActive ? 'sea' : 'plain'}>{t(rule.isActive ? 'on' : 'off')}</Badge>
      {rule.validFrom > today && <Badge tone="gold">{t('coming')}</Badge>}
    </span>
  );
}
