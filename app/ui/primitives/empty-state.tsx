import type { ReactNode } from 'react';

/** The state of an empty page: the reason, and what to do next. */
export function EmptyState({ title, reason, action }: { title: string; reason: string; action?: ReactNode }) {
  return (
    <div className="border-y border-rule py-10 text-center">
      <p className="text-base font-semibold">{title}</p>
      <p className="mx-auto mt-1 max-w-prose text-ink-2">{reason}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
