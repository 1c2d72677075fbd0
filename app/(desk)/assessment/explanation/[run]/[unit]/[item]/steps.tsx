import type { ReactNode } from 'react';
import { type Explained, explainItem } from '@/lib/assessment/explanation/explain-item';
import { inLetters, inNumbers, writtenNumber } from '@/lib/assessment/explanation/expression';
import type { StepValues, ValueStep } from '@/lib/assessment/explanation/value-steps';
import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { fullWithin, isYesOrNo } from '@/lib/assessment/methods/facts';
import { hundred } from '@/lib/assessment/methods/kit/expression';
import type { Method } from '@/lib/assessment/methods/schemas';
import type { UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import { nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

type Props = {
  item: SchemeItem;
  basis: ItemBasis | null;
  score: ItemScore;
  adjustments: UnitResult['adjustments'];
  /** The block with the item that a veto made zero. */
  vetoed: Name | null;
  decimals: number;
  /** The unit of measure of the figure. */
  measure: string;
  /** The steps of the value, and its numbers there. */
  steps: readonly ValueStep[];
  values: StepValues;
  /** The name of an indicator that a transform reads. */
  nameOfCode: (indicator: string) => string;
  locale: Locale;
};

/** The steps from the figure to the points, a line each, with the formula in letters and in numbers. */
export function Steps(props: Props) {
  const { item, basis, score, adjustments, vetoed, decimals, measure, steps, values, nameOfCode, locale } = props;
  const t = translator(locale, 'explanation');
  const m = translator(locale, 'methods');
  const r = translator(locale, 'rankings');
  const explained = explainItem(item, basis, score);
  const adjusted = adjustments.find(({ node, points }) => node === item.key && points !== 0);
  const points = (value: number) => groupedDecimal(decimalOf(value, decimals));
  const method = m(`kinds.${item.method.kind}`);
  return (
    <ol className="max-w-3xl">
      <Step name={t('steps.value')}>
        {item.indicator === null
          ? t('steps.entered')
          : score.value === null
            ? t('steps.none')
            : `x = ${writtenNumber(score.value)} ${measure}`}
      </Step>
      {item.transforms.map((transform, at) => (
        <Step key={JSON.stringify(transform)} name={t('steps.transform', { name: m(`transforms.${transform.kind}`) })}>
          <TransformLine transform={transform} nameOfCode={nameOfCode} locale={locale} />
          <StepValue value={values[at + 1] ?? null} step={steps[at + 1]} locale={locale} />
        </Step>
      ))}
      {explained && explained.parts.length > 0 ? (
        <>
          {explained.parts.map((part, at) => {
            const by = isBlend(item.method) ? item.method.parts[at] : undefined;
            return (
              <Step
                key={part.key}
                name={`${t('steps.part', { at: at + 1, weight: writtenNumber(part.weight) })}${by ? ` · ${m(`kinds.${by.method.kind}`)}` : ''}`}
              >
                {by?.transforms.map((transform, nth) => (
                  <div key={JSON.stringify(transform)}>
                    <TransformLine transform={transform} nameOfCode={nameOfCode} locale={locale} />
                    {at === 0 && (
                      <StepValue
                        value={values[item.transforms.length + nth + 1] ?? null}
                        step={steps[item.transforms.length + nth + 1]}
                        locale={locale}
                      />
                    )}
                  </div>
                ))}
                <Formula explained={part} method={by?.method ?? item.method} locale={locale} />
              </Step>
            );
          })}
          <Step name={t('steps.method', { name: method })}>
            <Formula explained={explained} method={item.method} locale={locale} />
          </Step>
        </>
      ) : (
        <Step name={t('steps.method', { name: method })}>
          {explained ? (
            <Formula explained={explained} method={item.method} locale={locale} />
          ) : (
            t('steps.noScore', { state: r(`items.states.${score.state}`) })
          )}
        </Step>
      )}
      {explained && score.points !== null && (
        <Step name={t('steps.points')}>
          <Line>
            {writtenNumber(item.weight)} × {writtenNumber(explained.share)}% = <b>{points(score.points)}</b>
          </Line>
          {vetoed && <p>{t('steps.vetoed', { block: nameOf(vetoed, locale) })}</p>}
          {adjusted && !vetoed && (
            <p>
              {t('steps.adjusted', {
                points: writtenNumber(adjusted.points),
                result: points(score.points + adjusted.points),
              })}
            </p>
          )}
        </Step>
      )}
    </ol>
  );
}

function Step({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="border-b border-rule py-2.5 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-4">
      <p className="text-ink-2">{name}</p>
      <div className="min-w-0 space-y-1">{children}</div>
    </li>
  );
}

/** A line with a formula, which breaks at its operators where it is wider than the screen. */
function Line({ children }: { children: ReactNode }) {
  return <p className="text-base break-words">{children}</p>;
}

function Formula({ explained, method, locale }: { explained: Explained; method: Method; locale: Locale }) {
  const t = translator(locale, 'explanation');
  const { formula, raw, held } = explained;
  const share = writtenNumber(explained.share);
  if (!formula || raw === null) {
    const isReached = isYesOrNo(method);
    return (
      <>
        {isReached && <p>{t('steps.reached')}</p>}
        {isReached ? <Line>{t('steps.share', { share })}</Line> : <p>{t('steps.ruled', { share })}</p>}
      </>
    );
  }
  const letters = inLetters(formula);
  const numbers = inNumbers(formula);
  const within = fullWithin(method);
  const result = writtenNumber(raw);
  return (
    <>
      {letters !== numbers && <p className="break-words text-ink-2">{letters}</p>}
      {within && formula === hundred && (
        <p>{t('steps.within', { low: writtenNumber(within.low), high: writtenNumber(within.high) })}</p>
      )}
      <Line>
        {numbers === result ? '' : `${numbers} = `}
        <b>{result}%</b>
      </Line>
      {held && <p>{t(`steps.${held}`, { share })}</p>}
    </>
  );
}

/** The value after a transform, with its unit; nothing where it is not known. */
function StepValue({ value, step, locale }: { value: number | null; step: ValueStep | undefined; locale: Locale }) {
  if (value === null || !step) return null;
  return (
    <p>
      x = {writtenNumber(value)} {unitBehind(step.measure, locale)}
    </p>
  );
}

function TransformLine(props: { transform: Transform; nameOfCode: (indicator: string) => string; locale: Locale }) {
  const { transform, nameOfCode, locale } = props;
  const m = translator(locale, 'methods');
  const against = 'against' in transform ? ` · ${m(`options.against.${transform.against}`)}` : '';
  const factor = (of: number) => (of === 1 ? '' : ` · ${m('factorOf', { factor: writtenNumber(of) })}`);
  const other =
    transform.kind === 'ratio'
      ? ` · ${nameOfCode(transform.indicator)}${factor(transform.factor)}`
      : transform.kind === 'expression'
        ? [` · ${transform.text}`, ...otherIndicators(transform).map((code) => `${code} = ${nameOfCode(code)}`)].join(
            ' · ',
          )
        : '';
  return (
    <p className="text-ink-2">
      {m(`transformFormulas.${transform.kind}`)}
      {against}
      {other}
    </p>
  );
}
