import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { type Policy, policyGroups } from '@/lib/access/settings/policies';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { settings } from '@/lib/settings';
import { OutboxSection } from './outbox-state';

/** What was just done with messages to other systems. */
const Done = z.enum(['retried', 'dropped']).optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'settings')('title') };
}

export default async function SettingsPage({ searchParams }: PageProps<'/access/settings'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('settings'), searchParams]);
  const t = translator(locale, 'settings');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {policyGroups(settings(), locale).map(({ key, title, policies }) => (
        <Section key={key} id={key} title={title} className="mb-8 scroll-mt-20">
          <ul>
            {policies.map((policy) => (
              <PolicyLine key={policy.name} policy={policy} locale={locale} />
            ))}
          </ul>
        </Section>
      ))}
      <OutboxSection principal={principal} done={Done.parse(query.done)} locale={locale} />
    </>
  );
}

/** One policy: its name, its value, and its setting. */
function PolicyLine({ policy, locale }: { policy: Policy; locale: Locale }) {
  const t = translator(locale, 'settings');
  const { name, explains, inForce, setting } = policy;
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-rule py-2.5 md:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <h3 className="font-semibold">{name}</h3>
        <p className="text-table text-pretty text-ink-2">{explains}</p>
      </div>
      <p className="min-w-0 font-medium break-words">
        <span className="sr-only">{t('inForce')} </span>
        {inForce} {setting?.differs && <Badge tone="gold">{t('differs')}</Badge>}
      </p>
      <p className="min-w-0 text-table text-ink-2">
        {setting ? (
          <>
            <span className="block font-mono text-xs leading-5 break-all text-ink">
              <span className="sr-only">{t('variable')} </span>
              {setting.variable}
            </span>
            <span className="block">{t('byDefault', { value: setting.byDefault })}</span>
          </>
        ) : (
          t('fixed')
        )}
      </p>
    </li>
  );
}
