'use client';

import { type ReactNode, useRef } from 'react';
import { DraftNotice } from '@/app/ui/forms/draft-notice';
import { FormContext } from '@/app/ui/forms/form-context';
import { useTypedDraft } from '@/app/ui/forms/use-typed-draft';
import { buttonLook } from '@/app/ui/primitives/button';

/**
 * The form that tries a rule: a GET form, so that a trial can be shared and nothing is written. Faults are listed above
 * it and at their fields.
 */
export function DraftForm(props: {
  action: string;
  submit: string;
  fault: { readonly field: string; readonly message: string } | null;
  faultTitle: string;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const { fault } = props;
  const element = useRef<HTMLFormElement>(null);
  const offer = useTypedDraft(element, { name: 'rule' });
  return (
    <form ref={element} action={props.action} className="max-w-3xl" noValidate>
      {fault && (
        <div role="alert" className="mb-4 border-l-2 border-vermilion bg-card px-3 py-2 text-sm">
          <p className="font-semibold">{props.faultTitle}</p>
          <p className="mt-0.5">
            <a href={`#field-${fault.field}`} className="underline">
              {fault.message}
            </a>
          </p>
        </div>
      )}
      <DraftNotice offer={offer} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={{ values: {}, faults: fault ? [fault] : [], key: '', prefix: '' }}>
        {props.children}
      </FormContext>
      <button type="submit" className={buttonLook('primary')}>
        {props.submit}
      </button>
    </form>
  );
}
