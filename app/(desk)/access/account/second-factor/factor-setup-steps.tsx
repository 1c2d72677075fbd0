'use client';

import { renderSVG } from 'uqr';
import { begin, enable } from '@/app/(desk)/access/account/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PasswordField, TextField } from '@/app/ui/forms/fields';
import { RecoveryCodes } from './recovery-codes';

type Words = Record<
  | 'show'
  | 'hide'
  | 'refused'
  | 'step1'
  | 'present'
  | 'begin'
  | 'step2'
  | 'scan'
  | 'codes'
  | 'codesLead'
  | 'step3'
  | 'code'
  | 'enable'
  | 'replaced'
  | 'copy'
  | 'copied',
  string
>;

const heading = 'mb-3 border-t-2 border-ink pt-2 text-lg leading-7 font-semibold';

/**
 * The steps of setting up a second factor: the password, the secret and the recovery codes (shown once), a first code.
 */
export function FactorSetupSteps({ words }: { words: Words }) {
  return (
    <CommandForm
      action={begin}
      submit={words.begin}
      refusedTitle={words.refused}
      className="max-w-sm"
      done={(setup) => {
        const { uri, recoveryCodes, isReplaced } = setup;
        const secret = new URL(uri).searchParams.get('secret') ?? '';
        return (
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-3">
            <section aria-labelledby="scan">
              <h2 id="scan" className={heading}>
                {words.step2}
              </h2>
              <p className="mb-4 text-ink-2">{words.scan}</p>
              {isReplaced && <p className="mb-4 border-l-2 border-gold pl-3">{words.replaced}</p>}
              <div
                className="w-44 rounded-md bg-white p-2 [&_svg]:block"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here out of squares
                dangerouslySetInnerHTML={{ __html: renderSVG(uri, { border: 1 }) }}
              />
              <p className="mt-3 font-mono text-table break-all select-all">{secret.match(/.{1,4}/g)?.join(' ')}</p>
            </section>
            <section aria-labelledby="codes">
              <h2 id="codes" className={heading}>
                {words.codes}
              </h2>
              <p className="mb-4 text-ink-2">{words.codesLead}</p>
              <RecoveryCodes codes={recoveryCodes} words={words} />
            </section>
            <section aria-labelledby="confirm">
              <h2 id="confirm" className={heading}>
                {words.step3}
              </h2>
              <CommandForm
                action={enable}
                submit={words.enable}
                refusedTitle={words.refused}
                hidden={{ setup: setup.setup }}
              >
                <TextField
                  name="code"
                  label={words.code}
                  autoComplete="one-time-code"
                  inputMode="numeric"
                  maxLength={20}
                />
              </CommandForm>
            </section>
          </div>
        );
      }}
    >
      <h2 className={heading}>{words.step1}</h2>
      <PasswordField
        name="present"
        label={words.present}
        autoComplete="current-password"
        words={{ show: words.show, hide: words.hide }}
      />
    </CommandForm>
  );
}
