import { Badge } from '@/app/ui/primitives/badge';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { ReviewFigure } from '@/lib/reporting/review/words';
import { concernsOf } from '@/lib/reporting/rules/find';
import { writtenFinding } from '@/lib/reporting/rules/written-finding';

/** The findings of a figure, each with its severity as a word and the reporter's explanation. */
export function FindingList(props: {
  figure: ReviewFigure;
  /** The figures of the return that must agree with it: an explanation at one of them holds for both. */
  partners: readonly ReviewFigure[];
  locale: Locale;
}) {
  const { figure, locale } = props;
  const t = translator(locale, 'review');
  const r = translator(locale, 'reporting');
  const compared = new Set(figure.findings.flatMap(concernsOf));
  const explained = props.partners.filter((one) => one.explanation && compared.has(keyOf(one)));
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
        {figure.explanation || (
          <span className="text-ink-2">{t(explained.length > 0 ? 'explanationElsewhere' : 'noExplanation')}</span>
        )}
      </p>
      {explained.map((one) => (
        <p key={keyOf(one)} className="mt-1">
          <span className="text-ink-2">
            {t('explanationAt', {
              figure: t('figureIn', {
                name: nameOf(one.indicator, locale),
                period: writtenPeriod(one.periodCode, locale),
              }),
            })}{' '}
          </span>
          {one.explanation}
        </p>
      ))}
    </>
  );
}
