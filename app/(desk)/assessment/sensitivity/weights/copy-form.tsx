import { saveWeights } from '@/app/(desk)/assessment/sensitivity/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { Scheme, SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { weightTotalOf } from '@/lib/assessment/sensitivity/with-weights';
import type { Proposal } from '@/lib/assessment/weights/proposals';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Copies one proposal, for one block, into a draft of the scheme. */
export function CopyForm(props: {
  block: SchemeBlock;
  scheme: Scheme;
  proposals: readonly Proposal[];
  /** Whether the pairwise comparisons are consistent. */
  isConsistent: boolean;
  /** The run or the scheme of the proposals. */
  of: Readonly<Record<string, string>>;
  locale: Locale;
}) {
  const { block, proposals, locale } = props;
  const t = translator(locale, 'sensitivity');
  const total = weightTotalOf(block);
  const usable = proposals.filter(
    ({ source, weights }) => weights.every((weight) => weight > 0) && (source !== 'pairwise' || props.isConsistent),
  );
  const options = usable.map(({ source, weights }) => ({
    value: JSON.stringify(Object.fromEntries(block.parts.map(({ key }, at) => [key, (weights[at] ?? 0) * total]))),
    label: t(`sources.${source}`),
  }));
  return (
    <Section title={t('copyTitle')} id="copy" note={t('copyLead', { scheme: nameOf(props.scheme, locale) })}>
      {usable.length < proposals.length && <p className="mb-3 text-table text-ink-2">{t('zeroWeight')}</p>}
      <CommandForm
        key={options.map(({ value }) => value).join()}
        action={saveWeights}
        submit={t('copy')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={props.of}
        className="max-w-xl"
      >
        <SelectField name="weights" label={t('method')} value={options[0]?.value ?? ''} options={options} />
        <TextField name="note" label={t('saveNote')} hint={t('saveNoteHint')} maxLength={500} />
      </CommandForm>
    </Section>
  );
}
