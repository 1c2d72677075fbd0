import type { ReactNode } from 'react';
import * as z from 'zod';
import type { Asks } from '@/app/ui/forms/command-form';
import type { FormAction } from '@/app/ui/forms/form-state';
import { roomsFor, translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { approvalOver } from '@/lib/reporting/review/approval';
import { clean, outcomes, type ReviewFigure, returnPhrases } from '@/lib/reporting/review/words';
import { isPartnerNotice } from '@/lib/reporting/rules/partners';
import { BatchBar } from './batch-bar';
import { keyWords } from './key-words';
import { ReviewKeys } from './review-keys';
import { ThumbBar } from './thumb-bar';

/**
 * The last decision in the address of a review: its outcome, the number of figures, and the one it was about; and whether
 * the figure that the address names waited for the reader when it was made.
 */
export const lastDecision = {
  waiting: z.literal('1').optional().catch(undefined),
  done: z.enum(outcomes).nullable().catch(null),
  count: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .catch(1),
  about: z.string().max(140).catch(''),
};

/** A table of figures under review with the decisions on several of them, and the chosen figure beside it. */
export function ReviewFrame(props: {
  /** The figures that this reviewer decides. */
  waiting: readonly ReviewFigure[];
  focus: ReviewFigure;
  /** What the chosen figure is called on a telephone. */
  name: string;
  /** The commands on several figures, and the fields that they need. */
  batch: {
    readonly approve: FormAction;
    readonly giveBack: FormAction;
    readonly hidden: Readonly<Record<string, string>>;
  };
  /** The question before an approval, at the last level. */
  asks: Asks | undefined;
  /** The chosen figure with its version, and the addresses of those before and after it. */
  keys: {
    readonly word: string;
    readonly previous: string | null;
    readonly next: string | null;
    /** Whether the page has a link to the next indicator. */
    readonly hasOnward?: boolean;
  };
  table: ReactNode;
  detail: ReactNode;
  locale: Locale;
}) {
  const { waiting, focus, locale } = props;
  const t = translator(locale, 'review');
  return (
    <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_384px] xl:grid-cols-[minmax(0,1fr)_432px]">
      <div className="min-w-0">
        {waiting.length > 1 && (
          <BatchBar
            {...props.batch}
            asks={props.asks}
            clean={waiting.filter(({ worst }) => worst === clean).length}
            held={waiting.filter(({ findings }) => findings.some(isPartnerNotice)).length}
            phrases={returnPhrases.map((phrase) => t(`phrases.${phrase}`))}
            refusedTitle={translator(locale, 'errors')('title')}
            rooms={roomsFor(locale, 'review')}
            locale={locale}
          />
        )}
        {props.table}
        <ReviewKeys {...props.keys} words={keyWords(locale)} />
      </div>
      <section
        id="detail"
        aria-label={t('details')}
        tabIndex={0}
        className="min-w-0 max-lg:mt-6 max-lg:border-t-2 max-lg:border-ink max-lg:pt-3 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-8rem)] lg:self-start lg:overflow-y-auto lg:border-l lg:border-rule lg:pr-1 lg:pl-6 print:static! print:max-h-none! print:overflow-visible!"
      >
        {props.detail}
        {focus.isMine && approvalOver(focus.findings) !== 'impossible' && (
          <ThumbBar name={props.name} locale={locale} />
        )}
      </section>
    </div>
  );
}
