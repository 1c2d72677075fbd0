'use client';

import { clsx } from 'clsx';
import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { concernsOf, mustExplain } from '@/lib/reporting/rules/find';
import { type FindingTemplates, findingSentence } from '@/lib/reporting/rules/finding-sentence';
import type { CheckFinding } from '@/lib/reporting/words';
import type { GridWords } from './entry-grid';

/** The findings of one figure, each with its severity as a word. */
export function FindingList(props: {
  findings: readonly CheckFinding[];
  /** Whether the figure has an explanation, which the findings that need one then show. */
  isExplained: boolean;
  templates: FindingTemplates;
  rooms: GridWords;
  locale: Locale;
}) {
  const r = partTranslator(props.locale, props.rooms, 'reporting');
  const t = partTranslator(props.locale, props.rooms, 'entry');
  const isDone = (finding: CheckFinding) => props.isExplained && mustExplain(finding);
  return (
    <ul className="text-xs leading-5">
      {props.findings.map((finding) => (
        <li key={`${concernsOf(finding)[0]} ${finding.rule} ${finding.key}`}>
          <span
            className={clsx(
              'mr-1 rounded-sm border px-1',
              isDone(finding)
                ? 'border-rule text-ink-2'
                : finding.severity === 'mandatory'
                  ? 'border-vermilion text-vermilion'
                  : 'border-gold/60 text-gold',
            )}
          >
            {r(`severities.${finding.severity}`)}
          </span>
          {isDone(finding) && <span className="mr-1 text-ink-2">{t('explanationGiven')}</span>}
          <span>{findingSentence(finding, props.templates, props.locale)}</span>
        </li>
      ))}
    </ul>
  );
}
