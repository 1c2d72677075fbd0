'use client';

import { type ReactNode, useActionState } from 'react';
import { type FormAction, freshForm } from '@/app/ui/forms/form-state';
import { OwnerField } from '@/app/ui/forms/page-owner';
import { RefusedSummary } from '@/app/ui/forms/refused-summary';

/** The line of an unread notice: it marks the notice as read by a form of its own, and goes on to what it is about. */
export function NoticeLink(props: { action: FormAction; shown: string; refusedTitle: string; children: ReactNode }) {
  const [state, send, isSending] = useActionState(props.action, freshForm);
  return (
    <form action={send} className="min-w-0">
      <RefusedSummary state={state} title={props.refusedTitle} prefix="" />
      <OwnerField />
      <input type="hidden" name="shown" value={props.shown} />
      <button
        type="submit"
        aria-disabled={isSending}
        className="inline-flex min-h-9 items-center text-left font-semibold text-sea hover:underline max-sm:min-h-11"
      >
        <span>{props.children}</span>
      </button>
    </form>
  );
}
