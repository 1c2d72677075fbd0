import type { ReactNode } from 'react';
import { FlagCounts } from '@/app/ui/reporting/flag-counts';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReviewFigure } from '@/lib/reporting/review/words';
import { type Severity, severities } from '@/lib/reporting/words';

/** A change of the 核定数, named as such below that of the reported number. */
export function OfVerified({ children, locale }: { children: ReactNode; locale: Locale }) {
  return (
    <span className="block text-xs font-normal text-ink-2">
      {translator(locale, 'review')('verifiedYoyShort')} {children}
    </span>
  );
}

/** The findings of a figure by severity, and whether the reporter explained them. */
export function Flags({ figure, locale }: { figure: ReviewFigure; locale: Locale }) {
  const t = translator(locale, 'review');
  if (figure.findings.length === 0) return <span className="text-ink-2">{t('clean')}</span>;
  const counts = Object.fromEntries(
    severities.map((one) => [one, figure.findings.filter(({ severity }) => severity === one).length]),
  ) as Record<Severity, number>;
  return (
    <span className="inline-flex flex-col items-start gap-0.5">
      <FlagCounts counts={counts} locale={locale} />
      {figure.explanation && <span className="text-xs text-ink-2">{t('explained')}</span>}
    </span>
  );
}
