import type { ReactNode } from 'react';
import { approve, ask, giveBack, verify } from '@/app/(desk)/reporting/review/actions';
import { type Asks, CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { lookedAtWord, type Place } from '@/app/ui/reporting/review-address';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { approvalOver } from '@/lib/reporting/review/approval';
import { type ReviewFigure, returnPhrases } from '@/lib/reporting/review/words';
import { longestEntry, shortestExplanation } from '@/lib/reporting/words';
import { whyNot } from './named-parts';
import { PartnerChoice } from './partner-choice';
import { PhraseSelect } from './phrase-select';

/** A reviewer's actions on a figure: approve it, return it, record a verified value; or request that it be reopened. */
export function Decisions(props: {
  figure: ReviewFigure;
  /** The figures of the return that must agree with it. */
  partners: readonly ReviewFigure[];
  place: Place;
  /** The next figure. */
  next: string;
  isAsked: boolean;
  /** Whether this reviewer submitted it. */
  isOwn: boolean;
  /** The question before an approval, at the last level. */
  asks: Asks | undefined;
  /** Whether this person may ask for an approved figure to be reopened. */
  mayAsk: boolean;
  locale: Locale;
}) {
  const { figure, partners, place, next, locale } = props;
  const t = translator(locale, 'review');
  const form = (id: string, after: string) => ({
    // The key renews the forms for another figure or version.
    key: `${id} ${lookedAtWord(figure)}`,
    id,
    refusedTitle: translator(locale, 'errors')('title'),
    hidden: {
      collection: place.collectionId,
      unit: place.unitCode,
      department: place.department,
      figures: lookedAtWord(figure),
      next: after,
      ...(place.across && { across: keyOf(place.across) }),
    },
  });
  if (figure.state === 'approved') {
    if (!props.mayAsk && !props.isAsked) return <WhyNot>{t('reading')}</WhyNot>;
    if (props.isAsked) return <WhyNot>{t('reopenAsked')}</WhyNot>;
    const { key, ...asking } = form('ask', place.across ? place.unitCode : keyOf(figure));
    return (
      <CommandForm key={key} {...asking} action={ask} submit={t('reopenAsk')} tone="outline">
        <WhyNot className="mb-2 text-ink-2">{t('approvedAlready')}</WhyNot>
        <PartnerChoice
          figure={figure}
          partners={partners}
          isOffered={({ state }) => state === 'approved'}
          legend={t('reopenTogether')}
          locale={locale}
        />
        <TextAreaField name="reason" label={t('reopenReason')} hint={t('reopenHint')} rows={2} maxLength={300} />
      </CommandForm>
    );
  }
  if (!figure.isMine) return <WhyNot>{t(props.isOwn ? 'ownFigure' : props.mayAsk ? 'readOnly' : 'reading')}</WhyNot>;
  const over = approvalOver(figure.findings);
  const { key: approving, ...toApprove } = form('approve', next);
  const { key: returning, ...toReturn } = form('return', next);
  const { key: verifying, ...toVerify } = form('verify', place.across ? place.unitCode : keyOf(figure));
  return (
    <>
      <CommandForm
        key={verifying}
        {...toVerify}
        action={verify}
        submit={t('verify')}
        folded={t('verifyOpen')}
        tone="outline"
        className="mt-3 border-l-2 border-rule-strong pl-3"
      >
        <TextField
          name="typed"
          label={t('verifiedValue', { unit: unitOf(figure.indicator, locale) })}
          hint={t('verifyHint')}
          maxLength={longestEntry.typed}
        />
        <TextField
          name="typedYoy"
          label={t('verifiedYoy', { unit: figure.indicator.measure === 'rate' ? t('percentPoints') : '%' })}
          hint={t('verifiedYoyHint')}
          maxLength={longestEntry.typedYoy}
        />
        <TextAreaField name="reason" label={t('because')} rows={2} maxLength={300} />
      </CommandForm>
      {over === 'impossible' ? (
        <WhyNot className="mt-3 border-l-2 border-gold pl-3">{t('notApprovable')}</WhyNot>
      ) : (
        <CommandForm
          key={approving}
          {...toApprove}
          action={approve}
          submit={t('approve')}
          {...(props.asks && { asks: props.asks })}
        >
          {over === 'withReason' && (
            <TextAreaField
              name="reason"
              label={t('approvalReason', { least: shortestExplanation })}
              hint={t('approvalReasonHint')}
              rows={2}
              maxLength={300}
            />
          )}
        </CommandForm>
      )}
      <CommandForm
        key={returning}
        {...toReturn}
        action={giveBack}
        submit={t('giveBack')}
        tone="danger"
        className="mt-4 border-t border-rule pt-3"
      >
        <PartnerChoice
          figure={figure}
          partners={partners}
          isOffered={({ isMine }) => isMine}
          legend={t('returnTogether')}
          locale={locale}
        />
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={300} />
        <PhraseSelect
          label={t('phrase')}
          choose={t('phraseChoose')}
          phrases={returnPhrases.map((phrase) => t(`phrases.${phrase}`))}
        />
      </CommandForm>
    </>
  );
}

/** The reason why a figure cannot be approved now, where the key of an approval leads. */
function WhyNot({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <p id={whyNot} tabIndex={-1} className={className ?? 'text-ink-2'}>
      {children}
    </p>
  );
}
