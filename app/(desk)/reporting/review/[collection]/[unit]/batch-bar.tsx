'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { type Asks, Question, sendsText } from '@/app/ui/forms/command-form';
import { DraftNotice } from '@/app/ui/forms/draft-notice';
import { TextAreaField } from '@/app/ui/forms/fields';
import { FormContext } from '@/app/ui/forms/form-context';
import { type FormAction, type FormState, faultsIn, freshForm } from '@/app/ui/forms/form-state';
import { OwnerField } from '@/app/ui/forms/page-owner';
import { RefusedSummary } from '@/app/ui/forms/refused-summary';
import { useTypedDraft } from '@/app/ui/forms/use-typed-draft';
import { buttonLook } from '@/app/ui/primitives/button';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { PhraseSelect } from './phrase-select';

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[name="figures"][form="batch"]')];

/** The boxes of figures that must agree with a chosen one and are not chosen. */
const partnersLeft = () => {
  const all = boxes();
  const wanted = new Set(
    all.filter(({ checked }) => checked).flatMap(({ dataset }) => dataset.partners?.split('|') ?? []),
  );
  return all.filter(({ checked, dataset }) => !checked && wanted.has(dataset.key ?? ''));
};

/**
 * Decides on the checked rows: approves them if none has a finding, or returns them with one reason. The checkboxes
 * belong to this form by its id; a refusal leaves them checked.
 */
export function BatchBar(props: {
  /** The commands on the checked figures: of one return, or of several units. */
  approve: FormAction;
  giveBack: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** The question before an approval, at the last level. */
  asks: Asks | undefined;
  /** The number of waiting rows without findings. */
  clean: number;
  /** The number of waiting rows that must agree with a figure which is back with the reporter. */
  held: number;
  phrases: readonly string[];
  refusedTitle: string;
  rooms: Rooms<'review'>;
  locale: Locale;
}) {
  const t = partTranslator(props.locale, props.rooms, 'review');
  const [approved, sendApproval, isApproving] = useActionState<FormState, FormData>(props.approve, freshForm);
  const [returned, sendReturn, isSending] = useActionState<FormState, FormData>(props.giveBack, freshForm);
  const element = useRef<HTMLFormElement>(null);
  const offer = useTypedDraft(element, {
    name: 'batch',
    isSending: isSending || isApproving,
    answered: Math.max(...[approved, returned].map((state) => (state.status === 'refused' ? state.at : 0))),
  });
  const [isAsking, setAsking] = useState(false);
  const returning = useRef<HTMLButtonElement>(null);
  const ticked = useRef(new Set<string>());
  const [count, setCount] = useState({ all: 0, flagged: 0, partners: 0 });
  const look = () => {
    const chosen = boxes().filter(({ checked }) => checked);
    ticked.current = new Set(chosen.map(({ value }) => value));
    setCount({
      all: chosen.length,
      flagged: chosen.filter(({ dataset }) => dataset.flagged !== undefined).length,
      partners: partnersLeft().length,
    });
  };
  const tick = (choose: (box: HTMLInputElement) => boolean) => {
    for (const box of boxes()) box.checked = choose(box);
    look();
  };
  useEffect(() => {
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'figures') look();
    };
    document.addEventListener('change', onChange);
    return () => document.removeEventListener('change', onChange);
  });
  const at = Math.max(...[approved, returned].map((state) => (state.status === 'refused' ? state.at : 0)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer empties the form, whose ticks are put back.
  useEffect(() => {
    tick(({ value }) => ticked.current.has(value));
  }, [at, props.hidden.seen]);
  const latest = [approved, returned].find((state) => state.status === 'refused' && state.at === at) ?? freshForm;
  const refused = latest.status === 'refused' ? latest : null;
  return (
    <form
      ref={element}
      id="batch"
      data-chrome
      action={sendApproval}
      aria-label={t('batch')}
      onKeyDown={(event) => {
        if (sendsText(event) && !isSending) element.current?.requestSubmit(returning.current);
      }}
      onSubmit={(event) => {
        const isReturn = (event.nativeEvent as SubmitEvent).submitter === returning.current;
        const asksNow = props.asks !== undefined && !isReturn && !isAsking;
        if (count.all === 0 || asksNow) event.preventDefault();
        setAsking(count.all > 0 && asksNow);
      }}
    >
      <RefusedSummary state={latest} title={props.refusedTitle} prefix="batch-" />
      <OwnerField />
      <DraftNotice offer={offer} />
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        {props.clean > 0 && (
          <button
            type="button"
            onClick={() => tick(({ dataset }) => dataset.flagged === undefined)}
            className={buttonLook()}
          >
            {t('selectClean', { count: props.clean })}
          </button>
        )}
        {props.asks && isAsking && <Question asks={props.asks} onCancel={() => setAsking(false)} />}
        <button
          type="submit"
          hidden={isAsking}
          aria-disabled={count.flagged > 0}
          disabled={count.flagged > 0}
          className={buttonLook('outline', 'disabled:opacity-50')}
        >
          {t('approveSelected')}
        </button>
        {count.all > 0 && (
          <button type="button" onClick={() => tick(() => false)} className={buttonLook('quiet')}>
            {t('selectNone')}
          </button>
        )}
        <span role="status" className="text-table text-ink-2 empty:-ml-2">
          {count.all > 0 && t('selected', { count: count.all })}
        </span>
        <details className="contents">
          <summary className={buttonLook('outline', 'list-none')}>{t('returnSelected')}…</summary>
          <div className="w-full max-w-lg border-l-2 border-rule-strong pl-3">
            <FormContext
              value={{
                values: refused?.values ?? {},
                faults: refused ? faultsIn(refused) : [],
                key: `${at}`,
                prefix: 'batch-',
              }}
            >
              <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={300} />
              <PhraseSelect label={t('phrase')} choose={t('phraseChoose')} phrases={props.phrases} />
            </FormContext>
            {count.partners > 0 && (
              <p className="mb-3 text-table">
                {t('partnersLeft', { count: count.partners })}{' '}
                <button
                  type="button"
                  onClick={() => {
                    const left = partnersLeft();
                    tick((box) => box.checked || left.includes(box));
                  }}
                  className="text-sea underline max-sm:min-h-11"
                >
                  {t('partnersTake')}
                </button>
              </p>
            )}
            <button
              ref={returning}
              type="submit"
              formAction={sendReturn}
              aria-disabled={isSending}
              className={buttonLook('danger')}
            >
              {t('returnSelected')}
            </button>
          </div>
        </details>
      </div>
      {props.held > 0 && <p className="text-table text-ink-2">{t('heldBack', { count: props.held })}</p>}
      <p role="status" className="text-table">
        {count.flagged > 0 && count.all > 0 && t('flaggedSelected', { count: count.flagged })}
      </p>
    </form>
  );
}
