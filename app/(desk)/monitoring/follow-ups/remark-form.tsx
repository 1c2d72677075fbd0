'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { remark, remarkOnFollowUp } from '@/app/(desk)/monitoring/follow-ups/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';

/** The words of the form, which the server has in the reader's language. */
export type RemarkWords = Readonly<
  Record<'open' | 'openOf' | 'field' | 'hint' | 'send' | 'refusedTitle' | 'done', string>
>;

/**
 * A leader's remark in place: a line opens it, Escape closes it and goes back to that line, and what is typed stays. Once it
 * is signed the page is read anew below it. Works without scripts.
 */
export function RemarkForm(props: {
  id: string;
  /** Whether it is upon a follow-up, of which it is then a step. */
  isUpon: boolean;
  hidden: Readonly<Record<string, string | number>>;
  words: RemarkWords;
  children?: ReactNode;
}) {
  const { id, hidden, words } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is pressed in what is inside.
    <div data-chrome className="basis-full [&>details]:mb-0" onKeyDown={closeOnEscape}>
      <CommandForm
        id={id}
        action={props.isUpon ? remarkOnFollowUp : remark}
        submit={words.send}
        refusedTitle={words.refusedTitle}
        hidden={hidden}
        folded={
          <>
            {words.open}
            <span className="sr-only">{words.openOf}</span>
          </>
        }
        done={() => <Signed words={words.done} />}
        className="mt-1 max-w-2xl"
      >
        {props.children}
        <TextAreaField name="remark" label={words.field} hint={words.hint} rows={3} maxLength={1000} />
      </CommandForm>
    </div>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLElement>): void {
  const form = event.currentTarget.querySelector('details');
  if (event.key !== 'Escape' || event.nativeEvent.isComposing || !form?.open) return;
  form.open = false;
  form.querySelector('summary')?.focus();
}

/** That it is signed, with the cursor on it, since the form where it was is gone. */
function Signed({ words }: { words: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  const router = useRouter();
  useEffect(() => {
    line.current?.focus();
    router.refresh();
  }, [router]);
  return (
    <p ref={line} role="status" tabIndex={-1} className="py-1 text-table text-sea">
      {words}
    </p>
  );
}
