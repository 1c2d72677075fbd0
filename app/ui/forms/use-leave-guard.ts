'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { leavingLink } from './leaving';

/** Asks before a page with unsaved changes is left, by a link or through the browser. */
export function useLeaveGuard(isDirty: boolean, question: string): void {
  const router = useRouter();
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    // Runs before the listener of the frame, which follows links without loading a page.
    const hold = (event: MouseEvent) => {
      const link = leavingLink(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      if (confirm(question)) router.push(link.pathname + link.search + link.hash);
    };
    addEventListener('beforeunload', warn);
    document.addEventListener('click', hold, true);
    return () => {
      removeEventListener('beforeunload', warn);
      document.removeEventListener('click', hold, true);
    };
  }, [isDirty, question, router]);
}
