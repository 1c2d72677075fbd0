import * as z from 'zod';
import { wordsOf } from '@/app/server/refusal';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import { refuseUnreadable } from '@/lib/reporting/rules/refuse-unreadable';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { type Draft, type DraftField, draftFields, ruleOf } from '@/lib/reporting/rules/rule-draft';

const Text = z.string().max(12_000);
/** A field of several checkboxes is repeated. */
const Field = z
  .union([Text, z.array(Text).transform((all) => all.join(' '))])
  .optional()
  .catch(undefined);

/** The draft of a rule that an address holds. */
export function draftInAddress(raw: Readonly<Record<string, unknown>>): Draft {
  const said = draftFields.flatMap((field) => {
    const text = Field.parse(raw[field]);
    return text === undefined ? [] : [[field, text] as const];
  });
  return Object.fromEntries(said);
}

export type DraftFault = { readonly field: string; readonly message: string };

/** The rule of a draft, or its fault in words with the field. */
export function readDraft(
  draft: Draft,
  choices: readonly IndicatorChoice[],
  locale: Locale,
): { readonly rule: CheckRule } | { readonly fault: DraftFault } {
  const read = ruleOf(draft);
  if ('fault' in read)
    return { fault: { field: read.fault, message: translator(locale, 'rules')(`faults.${read.fault}`) } };
  const known = new Set(choices.map(({ code }) => code));
  const missing = namedIndicators(read.rule).find((code) => !known.has(code));
  try {
    refuseUnreadable(read.rule);
    if (missing !== undefined) {
      const field: DraftField = read.rule.kind === 'formula' ? 'expression' : 'indicatorCodes';
      throw new Refusal('invalid', 'rules.refusals.unknownIndicator', { field, code: missing });
    }
    return { rule: read.rule };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { fault: { field: String(error.details.field ?? 'kind'), message: wordsOf(error, locale) } };
  }
}
