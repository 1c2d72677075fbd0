import { CommandForm } from '@/app/ui/forms/command-form';
import { playerOf } from '@/lib/access/users/demonstration/accounts';
import type { UserLine } from '@/lib/access/users/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { signInToTry } from './actions';

/** The demonstration accounts of the built-in product, with their roles; one click signs in. */
export function DemonstrationAccounts(props: { users: readonly UserLine[]; next: string; locale: Locale }) {
  const { users, next, locale } = props;
  const t = translator(locale, 'access');
  return (
    <section aria-labelledby="demonstration" className="md:border-l md:border-rule md:pl-12">
      <h2 id="demonstration" className="text-lg leading-8 font-semibold">
        {t('signIn.demonstration')}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{t('signIn.demonstrationLead')}</p>
      <ul>
        {users.map((user) => {
          const player = playerOf(user.username);
          // The office has two accounts, since some steps need two people.
          const second = player === 'office2' ? t('signIn.second') : null;
          const place = second ?? (user.unit ? nameOf(user.unit, locale) : user.department);
          const as = t('signIn.as', { role: t(`roles.${user.role}`) });
          return (
            <li key={user.id} className="flex items-center gap-4 border-t border-rule py-2.5">
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {t(`roles.${user.role}`)}
                  {place && <span className="ml-2 text-xs font-normal text-ink-2">{place}</span>}
                </p>
                <p className="text-xs leading-5 text-ink-2">
                  {t(player ? `signIn.plays.${player}` : `duties.${user.role}`)}
                </p>
              </div>
              <CommandForm
                action={signInToTry}
                submit={t('signIn.submit')}
                label={place ? t('signIn.asOf', { as, place }) : as}
                tone="outline"
                refusedTitle={translator(locale, 'errors')('title')}
                hidden={{ username: user.username, next }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
