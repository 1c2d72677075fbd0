'use client';

import { useEffect, useRef } from 'react';
import { undo } from '@/app/(desk)/reporting/import/actions';
import { CommandForm } from '@/app/ui/forms/command-form';

/** Takes an upload back; what was taken back, and what was kept, stands in the form's place. */
export function UndoForm({ id, words }: { id: string; words: Readonly<Record<'submit' | 'refused', string>> }) {
  return (
    <CommandForm
      action={undo}
      submit={words.submit}
      tone="danger"
      refusedTitle={words.refused}
      hidden={{ id }}
      done={(told) => <Outcome told={told} />}
    />
  );
}

function Outcome({ told }: { told: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className="border-l-2 border-sea bg-card px-3 py-2 text-sm">
      {told.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
