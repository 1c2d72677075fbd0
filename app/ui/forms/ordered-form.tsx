'use client';

import { useActionState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';
import { type FormAction, type FormState, freshForm } from './form-state';
import { movedOrder } from './moved-order';
import { type OrderedItem, OrderedList, type OrderWords } from './ordered-list';
import { OwnerField } from './page-owner';
import { RefusedSummary } from './refused-summary';
import { type Made, useOrder } from './use-order';

/**
 * A list in an order that one changes. A step shows at once and is stored, however fast the clicks; what was dragged is
 * stored by the button. Without scripts each step is the form's answer.
 */
export function OrderedForm(props: {
  id: string;
  action: FormAction<Made>;
  submit: string;
  saved: string;
  refusedTitle: string;
  of: { readonly code: string; readonly version: number };
  name: string;
  items: readonly OrderedItem[];
  words: OrderWords;
}) {
  const { id, action, of: whole, name, items } = props;
  const [posted, post] = useActionState<FormState<Made>, FormData>(action, freshForm);
  const { codes, latest, arrange, give, answer } = useOrder({
    ...{ action, of: whole, name },
    stored: items.map(({ code }) => code),
  });
  const prefix = `${id}-`;
  return (
    <form
      id={id}
      action={post}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const move = submitter instanceof HTMLButtonElement ? submitter.value : '';
        const moved = movedOrder(latest.current, move);
        if (move !== '' && moved.join() === latest.current.join()) return;
        arrange(() => moved);
        give();
      }}
    >
      <RefusedSummary state={answer.status === 'fresh' ? posted : answer} title={props.refusedTitle} prefix={prefix} />
      <OwnerField />
      <input type="hidden" name="code" value={whole.code} />
      <input type="hidden" name="version" value={whole.version} />
      <OrderedList
        id={`field-${prefix}${name}`}
        name={name}
        items={inOrder(items, codes)}
        arrange={arrange}
        words={props.words}
      />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={buttonLook('outline')}>
          {props.submit}
        </button>
        <span role="status" className="text-table text-ink-2">
          <Spoken words={answer.status === 'done' && props.saved} />
        </span>
      </div>
    </form>
  );
}

/** Items in the order of codes; those that are not named follow. */
function inOrder(items: readonly OrderedItem[], codes: readonly string[]): OrderedItem[] {
  const place = new Map(codes.map((code, at) => [code, at]));
  return items.toSorted((a, b) => (place.get(a.code) ?? codes.length) - (place.get(b.code) ?? codes.length));
}
