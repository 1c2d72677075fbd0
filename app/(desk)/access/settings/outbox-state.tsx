import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Notice } from '@/app/ui/primitives/notice';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenKind } from '@/lib/notices/list/written-notice';
import { failedMessages, outboxState } from '@/lib/notices/outbox/queries';
import type { FailedMessage } from '@/lib/notices/outbox/words';
import { settings } from '@/lib/settings';
import { drop, retry } from './actions';

/**
 * Whether notices are sent to other systems, what became of them, and for those that were given up the ways to try again or to
 * drop them. Of an address only its host: it may hold a secret.
 */
export async function OutboxSection(props: {
  principal: Principal;
  done: 'retried' | 'dropped' | undefined;
  locale: Locale;
}) {
  const { principal, done, locale } = props;
  const [state, failed] = await Promise.all([outboxState(principal), failedMessages(principal)]);
  const t = translator(locale, 'notices');
  const hosts = settings().outbox.map(({ url }) => new URL(url).host);
  const refusedTitle = t('refusedTitle');
  return (
    <Section id="outbox-state" title={t('outbox.title')} className="mb-8 scroll-mt-20">
      {done && <Notice>{t(`outbox.${done}`)}</Notice>}
      <p className="text-table text-pretty text-ink-2">{t('outbox.lead')}</p>
      <p className="mt-2 font-medium break-words">
        {hosts.length === 0 ? t('outbox.off') : t('outbox.on', { hosts: listed([...new Set(hosts)], locale) })}
      </p>
      {(hosts.length > 0 || state.waiting + state.failed > 0) && (
        <ul className="mt-1">
          <li>{t('outbox.waiting', { count: state.waiting })}</li>
          <li>{t('outbox.failed', { count: state.failed })}</li>
          {state.fault && (
            <li className="text-ink-2">{t('outbox.lastFault', { fault: t(`outbox.faults.${state.fault}`) })}</li>
          )}
        </ul>
      )}
      {failed.length > 1 && may(principal.role, 'outbox.retry') && (
        <CommandForm
          id="retry-all"
          action={retry}
          submit={t('outbox.retryAll', { count: failed.length })}
          tone="outline"
          refusedTitle={refusedTitle}
          className="mt-3"
        >
          {failed.map((one) => (
            <Shown key={one.id} message={one} />
          ))}
        </CommandForm>
      )}
      <ul className="mt-3 max-w-3xl">
        {failed.map((one) => (
          <li key={one.id} className="border-b border-rule py-2">
            <p>{t('outbox.line', { what: toldBy(one, locale), account: one.username })}</p>
            <p className="mb-1 text-table text-ink-2">
              {t('outbox.tried', {
                ...{ at: writtenMoment(one.at), host: hostOf(one) ?? t('outbox.noHost'), tries: one.version },
                fault: t(`outbox.faults.${one.fault || 'interrupted'}`),
              })}
            </p>
            {may(principal.role, 'outbox.retry') && (
              <div data-chrome className="flex flex-wrap items-start gap-x-6">
                <CommandForm
                  id={`retry-${one.id}`}
                  action={retry}
                  submit={t('outbox.retry')}
                  tone="outline"
                  refusedTitle={refusedTitle}
                >
                  <Shown message={one} />
                </CommandForm>
                <CommandForm
                  id={`drop-${one.id}`}
                  action={drop}
                  submit={t('outbox.drop')}
                  tone="danger"
                  folded={t('outbox.drop')}
                  refusedTitle={refusedTitle}
                >
                  <Shown message={one} />
                  <TextAreaField
                    name="reason"
                    label={t('outbox.dropReason')}
                    hint={t('outbox.dropHint')}
                    rows={2}
                    maxLength={300}
                  />
                </CommandForm>
              </div>
            )}
          </li>
        ))}
      </ul>
      {state.failed > failed.length && (
        <p className="mt-2 text-table text-ink-2">{t('outbox.more', { count: state.failed - failed.length })}</p>
      )}
    </Section>
  );
}

/** What a form says of a message as it was shown. */
function Shown({ message: { id, version } }: { message: FailedMessage }) {
  return <input type="hidden" name="shown" value={`${version} ${id}`} />;
}

/** What a message tells. */
const toldBy = ({ kind, subject }: FailedMessage, locale: Locale): string =>
  kind === 'newFigures' ? translator(locale, 'notices')('outbox.newFigures') : writtenKind({ kind, subject }, locale);

const hostOf = ({ target, host }: FailedMessage) => {
  if (host !== null) return host;
  const found = settings().outbox.find(({ key }) => key === target);
  return found && new URL(found.url).host;
};
