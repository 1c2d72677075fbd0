import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { CheckFinding } from '@/lib/reporting/words';

/** The messages of findings: those of `checks.findings` and `entry.readingFaults` of one language. */
export type FindingTemplates = {
  readonly findings: Readonly<Record<string, string>>;
  readonly readingFaults: Readonly<Record<string, string>>;
};

/**
 * A finding in one sentence: the rule author's words where given, else the standard message with its numbers. Small and
 * without a translator, so that a form in the browser can use it too.
 */
export function findingSentence(finding: CheckFinding, templates: FindingTemplates, locale: Locale): string {
  if (finding.message) return locale === 'en' ? finding.message.en : finding.message.zh;
  const { basePeriod = '', fault = '', unitZh = '', unitEn = '' } = finding.details;
  const values: Readonly<Record<string, string>> = {
    ...finding.details,
    basePeriod: writtenPeriod(basePeriod, locale),
    fault: templates.readingFaults[fault] ?? '',
    unit: unitOf({ unitZh, unitEn }, locale),
  };
  const template = templates.findings[finding.key] ?? finding.key;
  return template.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
}
