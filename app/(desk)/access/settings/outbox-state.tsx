import { Section } from '@/app/ui/shell/section';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { OutboxState } from '@/lib/notices/outbox/words';
import { settings } from '@/lib/settings';

/** Whether notices are sent to other systems, and what became of them. Of an address only its host: it may hold a secret. */
export function OutboxSection({ state, locale }: { state: OutboxState; locale: Locale }) {
  const t = translator(locale, 'notices');
  const hosts = settings().outbox.map(({ url }) => new URL(url).host);
  return (
    <Section id="outbox-state" title={t('outbox.title')} className="mb-8 scroll-mt-20">
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
    </Section>
  );
}
