import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReviewFigure } from '@/lib/reporting/review/words';
import { concernsOf } from '@/lib/reporting/rules/find';
import { writtenFinding } from '@/lib/reporting/rules/written-finding';

/** The findings of a figure, each with its severity as a word and the reporter's explanation. */
export function FindingList({ figure, locale }: { figure: ReviewFigure; locale: Locale }) {
  const t = translator(locale, 'review');
  const r = translator(locale, 'reporting');
  if (figure.findings.length === 0 && !figure.explanation) return <p className="text-ink-2">{t('nothingFound')}</p>;
  return (
    <>
      <ul>
        {figure.findings.map((finding) => (
          <li key={`${concernsOf(finding)[0]} ${finding.rule} ${finding.key}`} className="flex gap-2 py-0.5">
            <span className="shrink-0">
              <Badge tone={finding.severity === 'notice' ? 'plain' : 'gold'}>
                {r(`severities.${finding.severity}`)}
              </Badge>
            </span>
            <span className="min-w-0">
              {finding.isOfApproved && t('ofVerified')}
              {writtenFinding(finding, locale)}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1">
        <span className="text-ink-2">{t('explanation')} </span>
        {figure.explanation || <span className="text-ink-2">{t('noExplanation')}</span>}
      </p>
    </>
  );
}
