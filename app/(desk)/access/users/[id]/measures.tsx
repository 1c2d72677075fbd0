import type { ReactNode } from 'react';
import { disable, enable, reset, resetFactor, revoke, unlock } from '@/app/(desk)/access/users/actions';
import { handedWords } from '@/app/(desk)/access/users/handed-words';
import { HandingForm } from '@/app/(desk)/access/users/handing-form';
import { asksBefore } from '@/app/ui/forms/asks';
import { type Asks, CommandForm } from '@/app/ui/forms/command-form';
import type { FormAction } from '@/app/ui/forms/form-state';
import { Section } from '@/app/ui/shell/section';
import { type CommandName, grantOf } from '@/lib/access/permissions';
import type { UserDetail } from '@/lib/access/users/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The actions of an administrator on an account in its present state, each with its consequences. */
export function Measures({ user, locale }: { user: UserDetail; locale: Locale }) {
  const t = translator(locale, 'access');
  const refusedTitle = translator(locale, 'errors')('title');
  const applies = (command: CommandName) => grantOf(command).states?.includes(user.state) ?? true;
  const measure = (command: CommandName, key: MeasureKey, act: FormAction, isFinal = false, asks?: Asks) =>
    applies(command) && (
      <Measure key={key} lead={t(`users.${key}Lead`)}>
        <CommandForm
          action={act}
          submit={t(`users.${key}`)}
          {...(asks && { asks })}
          tone={isFinal ? 'danger' : 'outline'}
          refusedTitle={refusedTitle}
          hidden={{ id: user.id, version: user.version }}
        />
      </Measure>
    );
  return (
    <Section title={t('users.actionsTitle')} id="measures">
      <ul>
        {applies('user.resetPassword') && (
          <Measure lead={t('users.resetPasswordLead')}>
            <HandingForm
              action={reset}
              submit={t('users.resetPassword')}
              asks={asksBefore('reset', locale)}
              tone="outline"
              refusedTitle={refusedTitle}
              hidden={{ id: user.id, version: user.version }}
              words={handedWords(locale)}
            />
          </Measure>
        )}
        {user.sessions > 0 && measure('user.revokeSessions', 'revoke', revoke)}
        {user.blockedUntil && measure('user.unlock', 'unlock', unlock)}
        {user.hasSecondFactor &&
          measure('user.resetSecondFactor', 'resetFactor', resetFactor, false, asksBefore('resetFactor', locale))}
        {measure('user.disable', 'disable', disable, true, asksBefore('disable', locale))}
        {measure('user.enable', 'enable', enable)}
      </ul>
    </Section>
  );
}

type MeasureKey = 'revoke' | 'unlock' | 'resetFactor' | 'disable' | 'enable';

function Measure({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-rule py-3">
      <div className="min-w-44 max-sm:w-full">{children}</div>
      <p className="min-w-0 flex-1 text-ink-2">{lead}</p>
    </li>
  );
}
