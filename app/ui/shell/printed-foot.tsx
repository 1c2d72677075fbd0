'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { writtenMoment } from '@/lib/i18n/moments';

/** The pages of figures that go on paper to be signed. */
const signed = [
  /^\/workbench/,
  /^\/dashboards\/(boards\/|compare)/,
  /^\/catalogue\/(indicators|units)\//,
  /^\/assessment\/(rankings|explanation|ledger)/,
  /^\/monitoring\/(lamps|targets|responsibilities|follow-ups|(reports|task-lists|registers)\/)/,
];
/** Forms among them. */
const unsigned = /\/(new|edit|import|issue|put)$/;

/** What only paper shows below a page: room for signatures, by whom and when it was printed, and its address. */
export function PrintedFoot({
  words,
  person,
}: {
  words: { readonly prepared: string; readonly reviewed: string; readonly printed: string };
  /** Who is signed in; empty for a visitor. */
  person: string;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const path = usePathname();
  useEffect(() => {
    const onPrint = () => {
      if (place.current) place.current.textContent = `${writtenMoment(new Date())} · ${decodeURI(location.href)}`;
    };
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, []);
  return (
    <div className="printed-foot hidden print:block">
      {signed.some((one) => one.test(path)) && !unsigned.test(path) && (
        <p>
          {[words.prepared, words.reviewed].map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      )}
      <p>
        <span>
          {words.printed}
          {person && `${person} · `}
          <span ref={place} />
        </span>
      </p>
    </div>
  );
}
