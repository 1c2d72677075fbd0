import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { Section } from '@/app/ui/shell/section';
import type { SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { pairsOf, type ScaleStep, scaleSteps } from '@/lib/assessment/weights/comparisons';
import type { PairwiseWeights } from '@/lib/assessment/weights/pairwise';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { decimalOf } from '@/lib/statistics/numbers';

const path = paths.weights;

/** All pairs of the block's parts, compared in words. A GET form: the address can be shared, and nothing is stored. */
export function PairwiseForm(props: {
  block: SchemeBlock;
  steps: readonly ScaleStep[];
  found: PairwiseWeights | null;
  keep: Readonly<Record<string, string>>;
  locale: Locale;
}) {
  const { block, steps, found, keep, locale } = props;
  const t = translator(locale, 'sensitivity');
  const names = block.parts.map((part) => nameOf(part, locale));
  return (
    <Section title={t('pairwiseTitle')} id="pairwise" note={t('pairwiseLead')}>
      {found && <Judgement found={found} count={names.length} locale={locale} />}
      <form action={`${path}#pairwise`} key={steps.join()}>
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
          {pairsOf(names.length).map(({ name, first, second }, at) => (
            <label key={name} className="min-w-0 text-table">
              {t('pairOf', { first: names[first] ?? '', second: names[second] ?? '' })}
              <select
                name={name}
                defaultValue={String(steps[at] ?? 1)}
                className="mt-0.5 block h-9 w-full min-w-0 rounded-md border border-rule bg-card px-2 pr-7 text-sm hover:border-rule-strong max-sm:h-11"
              >
                {scaleSteps.map((step) => (
                  <option key={step} value={step}>
                    {stepWords(step, locale)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <div className="mt-4 flex flex-wrap gap-3" data-chrome>
          <button type="submit" className={buttonLook('primary')}>
            {t('compute')}
          </button>
          <a href={withQuery(path, keep, 'pairwise')} className={buttonLook('outline')}>
            {t('clear')}
          </a>
        </div>
      </form>
    </Section>
  );
}

function Judgement({ found, count, locale }: { found: PairwiseWeights; count: number; locale: Locale }) {
  const t = translator(locale, 'sensitivity');
  const numbers = {
    ratio: decimalOf(found.ratio, 3),
    eigenvalue: decimalOf(found.eigenvalue, 3),
    index: decimalOf(found.index, 3),
  };
  if (count < 3) return <Notice>{t('noRatio', numbers)}</Notice>;
  return (
    <Notice tone={found.isConsistent ? 'info' : 'warn'}>
      {t(found.isConsistent ? 'consistent' : 'inconsistent', numbers)}
    </Notice>
  );
}

/** The words of a step: Saaty's odd steps have their own; an even one is between two. */
function stepWords(step: ScaleStep, locale: Locale): string {
  const t = translator(locale, 'sensitivity');
  const isNamed = step === 1 || step % 2 !== 0;
  if (isNamed) return t(`scale.${step}` as 'scale.1');
  return step > 0 ? t('firstBetween', { value: `${step}` }) : t('secondBetween', { value: `1/${-step}` });
}
