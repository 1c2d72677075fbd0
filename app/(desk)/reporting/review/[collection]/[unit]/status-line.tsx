import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { keyOf } from '@/lib/reporting/figure-key';
import type { Outcome, ReviewFigure } from '@/lib/reporting/review/words';
import type { ReviewLevel } from '@/lib/reporting/words';

/**
 * The last action and the next step, announced when they change; always in the page, since screen readers announce only
 * changes.
 */
export function StatusLine(props: {
  done: { outcome: Outcome; count: number; about: string } | null;
  figures: readonly ReviewFigure[];
  focus: ReviewFigure;
  /** The period of the return; a figure of another one is named with it. */
  periodCode: string;
  /** The next level of review. */
  next: ReviewLevel | null;
  isFinished: boolean;
  /** Whether the figures are of one indicator in several units, which are named then. */
  isAcross?: boolean;
  /** Where the work goes on when this is finished, before the queue. */
  onward?: { readonly href: string; readonly label: string };
  locale: Locale;
}) {
  const { done, focus, locale } = props;
  const onward = props.onward ?? { href: paths.review, label: translator(locale, 'review')('backToQueue') };
  const t = translator(locale, 'review');
  return (
    <p role="status" aria-live="polite" className={done ? 'mb-4 border-l-2 border-sea bg-card px-3 py-2' : 'sr-only'}>
      {done && (
        <>
          {sentenceOf({ ...props, done })}{' '}
          {props.isFinished ? (
            <>
              {t(props.isAcross ? 'finishedAcross' : 'finished')}{' '}
              <a
                href={onward.href}
                className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
              >
                {onward.label}
              </a>
            </>
          ) : (
            done.outcome !== 'verified' && focus.isMine && t('done.nextIs', { name: namedIn(focus, props) })
          )}
        </>
      )}
    </p>
  );
}

function namedIn(
  figure: ReviewFigure,
  { periodCode, isAcross, locale }: { periodCode: string; isAcross?: boolean; locale: Locale },
): string {
  if (isAcross) return nameOf(figure.unit, locale);
  const name = nameOf(figure.indicator, locale);
  if (figure.periodCode === periodCode) return name;
  return translator(locale, 'review')('figureIn', { name, period: writtenPeriod(figure.periodCode, locale) });
}

function sentenceOf(props: {
  done: { outcome: Outcome; count: number; about: string };
  figures: readonly ReviewFigure[];
  periodCode: string;
  next: ReviewLevel | null;
  isAcross?: boolean;
  locale: Locale;
}): string {
  const { outcome, count, about } = props.done;
  const t = translator(props.locale, 'review');
  const figure = props.figures.find((one) => (props.isAcross ? one.unit.code : keyOf(one)) === about);
  const name = figure ? namedIn(figure, props) : '';
  const level = props.next ? translator(props.locale, 'reporting')(`reviewLevels.${props.next}`) : '';
  switch (outcome) {
    case 'approved':
      if (level) return figure ? t('done.passedOne', { name, level }) : t('done.passed', { count, level });
      return figure ? t('done.approvedOne', { name }) : t('done.approved', { count });
    case 'returned':
      return figure ? t('done.returnedOne', { name }) : t('done.returned', { count });
    case 'verified':
      return t(figure && !figure.verified ? 'done.unverified' : 'done.verified', { name });
    case 'undone':
      return t('done.undone', { count });
    case 'asked':
      return t('done.asked', { name });
  }
}
