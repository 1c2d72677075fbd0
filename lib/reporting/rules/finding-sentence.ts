import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitBehind, unitOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { CheckFinding } from '@/lib/reporting/words';

/** The messages of findings: those of `checks.findings` and `entry.readingFaults` of one language. */
export type FindingTemplates = {
  readonly findings: Readonly<Record<string, string>>;
  readonly readingFaults: Readonly<Record<string, string>>;
};

/**
 * A finding in one sentence: the rule author's words where given, else the standard message with its numbers. At a
 * figure that the finding only compares, the figure that bears it is named before. Small and without a translator, so
 * that a form in the browser can use it too.
 */
export function findingSentence(finding: CheckFinding, templates: FindingTemplates, locale: Locale): string {
  const { basePeriod = '', fault = '', unitZh = '', unitEn = '', bearerPeriod } = finding.details;
  const filled = (template: string, values: Readonly<Record<string, string>>) =>
    template.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
  const written = {
    ...finding.details,
    basePeriod: writtenPeriod(basePeriod, locale),
    fault: templates.readingFaults[fault] ?? '',
    unit: unitBehind({ unitZh, unitEn }, locale),
    measure: unitOf({ unitZh, unitEn }, locale),
  };
  const { message } = finding;
  const sentence = message
    ? message[locale === 'en' ? 'en' : 'zh']
    : filled(templates.findings[finding.key] ?? finding.key, written);
  if (bearerPeriod === undefined) return sentence;
  const { bearerZh = '', bearerEn = '' } = finding.details;
  return filled(templates.findings.atBearer ?? '{sentence}', {
    indicator: locale === 'en' ? bearerEn : bearerZh,
    period: writtenPeriod(bearerPeriod, locale),
    sentence,
  });
}
