import { clsx } from 'clsx';
import type { Measure } from '@/lib/catalogue/words';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { isWorded, writtenMeasure } from '@/lib/observations/written';
import { CitationMark } from './citation-mark';

const sizes = {
  lead: { number: 'text-[30px] leading-9 font-semibold whitespace-nowrap', word: 'text-base', unit: 'text-sm' },
  text: { number: 'text-lg leading-7 font-semibold', word: 'text-sm', unit: 'text-table' },
  table: { number: '', word: '', unit: '' },
};

/** The anchor of a figure's line on the page of its source. */
export function figureAnchor(figure: Pick<FigureView, 'indicatorCode' | 'periodCode' | 'orgUnitCode'>): string {
  return `${figure.indicatorCode}-${figure.periodCode}-${figure.orgUnitCode}`;
}

/** A figure exactly as its source prints it: a word before, the number, a word after with the unit, the footnote mark. */
export function Figure(props: {
  figure: FigureView;
  unit?: string;
  measure?: Measure;
  locale: Locale;
  size?: keyof typeof sizes;
  cite?: boolean;
}) {
  const { figure, measure = 'amount', locale, cite = true } = props;
  const unit = isWorded(measure) ? '' : props.unit;
  const look = sizes[props.size ?? 'text'];
  const { before, number, after } = writtenMeasure(figure, measure, locale);
  const mark = cite && <CitationMark citation={figure.citation} anchor={figureAnchor(figure)} locale={locale} />;
  const words = (after || unit) && (
    <>
      {after && (look.word ? <span className={look.word}>{after}</span> : after)}
      {unit && <span className={clsx(look.unit, 'text-ink-2')}>{unit}</span>}
    </>
  );
  const first = (
    <>
      {before && <span className={clsx(look.word, 'text-ink-2')}>{before.trim()} </span>}
      {look.number ? <span className={look.number}>{number}</span> : number}
      {words && ' '}
    </>
  );
  // A large figure may break before its unit, but never between the unit and its mark.
  if (props.size === 'lead') {
    return (
      <span data-figure="">
        {first}
        <span className="whitespace-nowrap">
          {words}
          {mark}
        </span>
      </span>
    );
  }
  return (
    <span className="whitespace-nowrap">
      {first}
      {words}
      {mark}
    </span>
  );
}
