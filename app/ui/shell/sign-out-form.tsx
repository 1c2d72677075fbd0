'use client';

import { type FormEvent, type ReactNode, useRef } from 'react';
import { draftedForms, forgetDrafts } from '@/app/ui/forms/drafts';
import { settleForms } from '@/app/ui/forms/leaving';
import { usePageOwner } from '@/app/ui/forms/page-owner';
import { paths } from '@/lib/paths';

/** Milliseconds that signing out waits for what is still being saved. */
const patience = 3000;

/**
 * Signs out, after the forms of the page have saved what they hold. What could not be saved stays in this browser for
 * the same account, or is removed, as the person chooses. Without scripts a plain form.
 */
export function SignOutForm({ question, children }: { question: string; children: ReactNode }) {
  const owner = usePageOwner();
  const isSettled = useRef(false);
  const leave = async (form: HTMLFormElement) => {
    // The browser ignores a form that is sent while its first sending is being handled.
    await new Promise((later) => setTimeout(later));
    await settleForms(patience);
    const left = draftedForms(owner).length;
    if (left > 0 && confirm(question.replace('{count}', `${left}`))) forgetDrafts(owner);
    isSettled.current = true;
    form.requestSubmit();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (isSettled.current) return;
    event.preventDefault();
    void leave(event.currentTarget);
  };
  return (
    <form method="post" action={paths.signOut} onSubmit={onSubmit}>
      {children}
    </form>
  );
}
