import type { ReactNode } from 'react';

/** Facts about one subject, a line each. Empty ones are left out. */
export function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([term, value]) => (
          <div key={term} className="flex gap-4 border-b border-rule py-2 print:py-0.5">
            <dt className="w-28 shrink-0 text-ink-2">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
