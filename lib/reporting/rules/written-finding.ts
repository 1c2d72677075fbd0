import { checks as enChecks } from '@/lib/i18n/en/checks';
import { entry as enEntry } from '@/lib/i18n/en/entry';
import type { Locale } from '@/lib/i18n/words';
import { checks } from '@/lib/i18n/zh-CN/checks';
import { entry } from '@/lib/i18n/zh-CN/entry';
import { type FindingTemplates, findingSentence } from '@/lib/reporting/rules/finding-sentence';
import type { CheckFinding } from '@/lib/reporting/words';

/** The messages of findings in one language, to pass to a form in the browser. */
export function findingTemplates(locale: Locale): FindingTemplates {
  return locale === 'en'
    ? { findings: enChecks.findings, readingFaults: enEntry.readingFaults }
    : { findings: checks.findings, readingFaults: entry.readingFaults };
}

/** A finding in one sentence of the reader's language. */
export function writtenFinding(finding: CheckFinding, locale: Locale): string {
  return findingSentence(finding, findingTemplates(locale), locale);
}
