import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type Vintage, vintages } from '@/lib/observations/words';
import { type ReviewLevel, reviewLevels } from '@/lib/reporting/words';
import { SelectField } from './fields';
import { Tick } from './tick';

/** The reviewers (checkboxes named `chain-…`), and the vintage that an approval gives. */
export function ReviewFields(props: { chain: readonly ReviewLevel[]; vintage: Vintage; locale: Locale }) {
  const { chain, vintage, locale } = props;
  const t = translator(locale, 'collections');
  const r = translator(locale, 'reporting');
  const f = translator(locale, 'figures');
  return (
    <>
      <fieldset id="field-reviewChain" tabIndex={-1} className="mb-4">
        <legend className="mb-1 text-sm font-medium">{t('form.chain')}</legend>
        <p className="mb-1 text-xs leading-5 text-ink-2">{t('form.chainHint')}</p>
        <div className="flex flex-wrap gap-x-6">
          {reviewLevels.map((level) => (
            <Tick key={level} name={`chain-${level}`} isOn={chain.includes(level)}>
              {r(`reviewLevels.${level}`)}
            </Tick>
          ))}
        </div>
      </fieldset>
      <SelectField
        name="vintage"
        label={t('form.vintage')}
        hint={t('form.vintageHint')}
        value={vintage}
        className="max-w-52"
        options={vintages.map((value) => ({ value, label: f(value) }))}
      />
    </>
  );
}
