'use client';

import { clsx } from 'clsx';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { concernsOf, mustExplain } from '@/lib/reporting/rules/find';
import { type FindingTemplates, findingSentence } from '@/lib/reporting/rules/finding-sentence';
import type { GridWords } from './entry-grid';
import type { RowFinding } from './row-findings';

/** That a finding is explained at another figure, by its name. */
export function explainedThere(by: FormFigure, rooms: GridWords, locale: Locale): string {
  const t = partTranslator(locale, rooms, 'entry');
  const [name, period] = [nameOf(by.indicator, locale), writtenPeriod(by.periodCode, locale)];
  return t('explainedAt', { figure: t('figureIn', { name, period }) });
}

/** The findings of one figure, each with its severity as a word. */
export function FindingList(props: {
  findings: readonly RowFinding[];
  /** Whether the figure has an explanation, which the findings that need one then show. */
  isExplained: boolean;
  templates: FindingTemplates;
  rooms: GridWords;
  locale: Locale;
}) {
  const r = partTranslator(props.locale, props.rooms, 'reporting');
  const t = partTranslator(props.locale, props.rooms, 'entry');
  const doneWords = (finding: RowFinding) => {
    if (!mustExplain(finding)) return null;
    if (props.isExplained) return t('explanationGiven');
    return finding.explainedBy ? explainedThere(finding.explainedBy, props.rooms, props.locale) : null;
  };
  return (
    <ul className="text-xs leading-5">
      {props.findings.map((finding) => (
        <li key={`${concernsOf(finding)[0]} ${finding.rule} ${finding.key}`}>
          <span
            className={clsx(
              'mr-1 rounded-sm border px-1',
              doneWords(finding)
                ? 'border-rule text-ink-2'
                : finding.severity === 'mandatory'
                  ? 'border-vermilion text-vermilion'
                  : 'border-gold/60 text-gold',
            )}
          >
            {r(`severities.${finding.severity}`)}
          </span>
          {doneWords(finding) && <span className="mr-1 text-ink-2">{doneWords(finding)}</span>}
          <span>{findingSentence(finding, props.templates, props.locale)}</span>
        </li>
      ))}
    </ul>
  );
}
