import { clsx } from 'clsx';
import type { Measure } from '@/lib/catalogue/words';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { isWorded, writtenMeasure } from '@/lib/observations/written';
import { CitationMark } from './citation-mark';

const sizes = {
  lead: { number: 'text-[30px] leading-9 font-semibold tracking-normal', word: 'text-base', unit: 'text-sm' },
  text: { number: 'text-lg leading-7 font-semibold', word: 'text-sm', unit: 'text-table' },
  table: { number: 'text-table', word: 'text-table', unit: 'text-table' },
};

/** The line of a figure on the page of its source. */
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
  return (
    <span className={clsx('tabular-nums', props.size !== 'lead' && 'whitespace-nowrap')}>
      {before && <span className={clsx(look.word, 'text-ink-2')}>{before.trim()} </span>}
      <span className={clsx(look.number, 'whitespace-nowrap')}>{number}</span>
      {(after || unit) && (
        <>
          {' '}
          {after && <span className={clsx(look.word, 'text-ink')}>{after}</span>}
          {unit && <span className={clsx(look.unit, 'text-ink-2')}>{unit}</span>}
        </>
      )}
      {cite && <CitationMark citation={figure.citation} anchor={figureAnchor(figure)} locale={locale} />}
    </span>
  );
}
