import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Severity } from '@/lib/reporting/words';

const tones = { mandatory: 'gold', quasiMandatory: 'gold', query: 'sea', notice: 'plain' } as const;

/** The severity of a rule or a finding, in a word. */
export function SeverityMark({ severity, locale }: { severity: Severity; locale: Locale }) {
  return <Badge tone={tones[severity]}>{translator(locale, 'reporting')(`severities.${severity}`)}</Badge>;
}
