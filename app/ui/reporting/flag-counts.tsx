import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type Severity, severities } from '@/lib/reporting/words';

/** The number of figures by the severity of their worst finding, in words. */
export function FlagCounts({ counts, locale }: { counts: Readonly<Record<Severity, number>>; locale: Locale }) {
  const t = translator(locale, 'review');
  const r = translator(locale, 'reporting');
  const found = severities.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return <span className="text-ink-2">{t('noFlags')}</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {found.map((severity) => (
        <Badge key={severity} tone={severity === 'notice' ? 'plain' : 'gold'}>
          {t('flagCount', { severity: r(`severities.${severity}`), count: counts[severity] })}
        </Badge>
      ))}
    </span>
  );
}
