'use client';

import { renewCodes } from '@/app/(desk)/access/account/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { CopyText } from '@/app/ui/forms/copy-button';
import { PasswordField } from '@/app/ui/forms/fields';

/** Recovery codes, to be copied or written down. */
export function RecoveryCodes({ codes, words }: { codes: readonly string[]; words: { copy: string; copied: string } }) {
  return (
    <>
      <ul className="mb-3 grid w-fit grid-cols-2 gap-x-8 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyText text={codes.join('\n')} words={words} />
    </>
  );
}

/** Makes new recovery codes after the password, and shows them once. */
export function RenewCodes({
  words,
}: {
  words: Record<'renew' | 'lead' | 'present' | 'show' | 'hide' | 'refused' | 'copy' | 'copied', string>;
}) {
  return (
    <CommandForm
      id="renew"
      action={renewCodes}
      submit={words.renew}
      tone="outline"
      refusedTitle={words.refused}
      className="max-w-sm"
      done={(codes) => (
        <>
          <p className="mb-4 text-ink-2">{words.lead}</p>
          <RecoveryCodes codes={codes} words={words} />
        </>
      )}
    >
      <PasswordField
        name="present"
        label={words.present}
        autoComplete="current-password"
        words={{ show: words.show, hide: words.hide }}
      />
    </CommandForm>
  );
}
