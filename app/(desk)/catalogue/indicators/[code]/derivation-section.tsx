import { Figure } from '@/app/ui/figures/figure';
import { sourcePath } from '@/app/ui/figures/source-path';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import {
  type Derivation,
  type FormulaInput,
  inputsOf,
  sameInput,
  type UsedInput,
} from '@/lib/observations/derived/formulas/formula';
import { formulaParts, writtenInput, writtenWorking } from '@/lib/observations/derived/formulas/written-formula';
import { writtenText } from '@/lib/observations/written';
import { paths } from '@/lib/paths';

const link = 'text-sea hover:underline';

/** How an indicator is computed: its formula in words, the working of its latest figure, and the sources of the inputs. */
export function DerivationSection(props: { indicator: IndicatorView; derivation: Derivation; locale: Locale }) {
  const { indicator, derivation, locale } = props;
  const { parsed, names, latest } = derivation;
  const t = translator(locale, 'derived');
  const unit = names.find(({ kind, code }) => kind === 'unit' && code === derivation.orgUnitCode);
  const inputs = inputsOf(parsed);
  const usedOf = (input: FormulaInput) => latest?.inputs[inputs.findIndex((other) => sameInput(other, input))];
  const linked = (input: FormulaInput) => (
    <a href={paths.indicator(input.code)} className={link}>
      {marked(writtenInput(input, names, locale), locale)}
    </a>
  );
  return (
    <Section id="formula" title={t('title')} note={t('lead')}>
      <p className="text-base break-words">
        {marked(t('is', { name: nameOf(indicator, locale) }), locale)}{' '}
        {formulaParts(parsed, (name) => t(`calls.${name}`)).map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a formula keep their places.
          <span key={at}>{'text' in part ? part.text : linked(part.input)}</span>
        ))}
        {unit && (
          <span className="ml-3 text-table text-ink-2">{marked(t('for', { unit: nameOf(unit, locale) }), locale)}</span>
        )}
      </p>
      {latest ? (
        <>
          <h3 className="mt-4 mb-1 font-semibold">
            {t('latest')}
            <span className="ml-2 font-normal text-ink-2">
              {markedName(latest.unit, locale)} {writtenPeriod(latest.figure.periodCode, locale)}
            </span>
          </h3>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Figure
              figure={latest.figure}
              unit={unitOf(indicator, locale)}
              measure={indicator.measure}
              locale={locale}
            />
            <VintageTag vintage={latest.figure.vintage} locale={locale} />
            {latest.inputs.every((used) => used !== null) && (
              <span className="tabular-nums">
                {t('working', {
                  working: writtenWorking(parsed, (input) => usedOf(input)?.value ?? '', locale),
                  decimals: derivation.decimals,
                })}
              </span>
            )}
          </p>
          <h3 className="mt-4 mb-1 font-semibold">{t('used')}</h3>
          <ul className="border-t border-rule text-table">
            {inputs.map((input) => {
              const used = usedOf(input);
              return (
                <li key={JSON.stringify(input)} className="border-b border-rule py-1.5">
                  {linked(input)}
                  {used ? (
                    <Used used={used} locale={locale} />
                  ) : (
                    <span className="ml-3 text-ink-2">{t('missing')}</span>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      ) : (
        <p className="mt-2 text-ink-2">{t('noFigure')}</p>
      )}
    </Section>
  );
}

/** The value, the period, the vintage and the documents of an input. */
function Used({ used, locale }: { used: UsedInput; locale: Locale }) {
  const { value, qualifier, vintage, periodCode, sources } = used;
  const decimals = value.split('.')[1]?.length ?? 0;
  return (
    <span className="ml-3 inline-flex flex-wrap items-baseline gap-x-3">
      <span className="tabular-nums">{writtenText({ value, decimals, qualifier, qualifierPrinted: '' }, locale)}</span>
      <span className="text-ink-2">{writtenPeriod(periodCode, locale)}</span>
      <VintageTag vintage={vintage} locale={locale} />
      {sources.map((one) => (
        <span key={one.code}>
          <a href={sourcePath(one.code)} className={link}>
            {marked(one.title, locale)}
          </a>{' '}
          <WithdrawnSource citation={one} locale={locale} />
        </span>
      ))}
    </span>
  );
}
