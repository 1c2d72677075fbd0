'use client';

import { type MouseEvent, useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';

/**
 * Buttons that tick at once the boxes of a kind, or none: in the list around them (`data-ticks`), of the rows that the
 * search left, and then say how many of the list are ticked.
 */
export function TickAll(props: {
  words: {
    /** The beginning of the names of the boxes, with the words of the button. */
    readonly all: readonly (readonly [prefix: string, label: string])[];
    readonly none: string;
    readonly picked: string;
  };
}) {
  const { all, none, picked } = props.words;
  const [count, setCount] = useState<number | null>(null);
  const isOf = (prefix: string) => (box: HTMLInputElement) => box.name.startsWith(`${prefix}-`);
  const isChoice = (box: HTMLInputElement) => all.some(([prefix]) => isOf(prefix)(box));
  const tick = (event: MouseEvent, isMeant: (box: HTMLInputElement) => boolean, isOn: boolean) => {
    const list = event.currentTarget.closest('[data-ticks]');
    const boxes = (rows: string) => [
      ...(list?.querySelectorAll<HTMLInputElement>(`${rows} input[type="checkbox"]`) ?? []),
    ];
    // A click is heard by what keeps the draft of the form.
    for (const box of boxes('[data-find]:not([hidden])')) if (isMeant(box) && box.checked !== isOn) box.click();
    setCount(boxes('[data-find]').filter((box) => isChoice(box) && box.checked).length);
  };
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      {all.map(([prefix, label]) => (
        <button
          key={prefix}
          type="button"
          onClick={(event) => tick(event, isOf(prefix), true)}
          className={buttonLook('outline', 'h-8')}
        >
          {label}
        </button>
      ))}
      <button type="button" onClick={(event) => tick(event, isChoice, false)} className={buttonLook('quiet', 'h-8')}>
        {none}
      </button>
      <span role="status" className="text-table text-ink-2">
        <Spoken words={count !== null && picked.replace('{count}', `${count}`)} />
      </span>
    </div>
  );
}
