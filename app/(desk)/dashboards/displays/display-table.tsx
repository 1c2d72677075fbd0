import { marked } from '@/app/ui/primitives/marked';
import type { Column } from '@/app/ui/tables/data-table';
import { TokenTable } from '@/app/ui/tables/token-table';
import type { DisplayLine } from '@/lib/dashboards/displays/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { revoke } from './actions';

/** The displays, each with what it shows and who may frame it. */
export function DisplayTable(props: { displays: readonly DisplayLine[]; mayRevoke: boolean; locale: Locale }) {
  const { displays, mayRevoke, locale } = props;
  const t = translator(locale, 'displays');
  const own: Column<DisplayLine>[] = [
    {
      key: 'shows',
      header: t('shows'),
      className: 'min-w-40',
      cell: ({ shows }) => marked(listed(shows, locale) || '—', locale),
    },
    {
      key: 'origins',
      header: t('origins'),
      cell: ({ origins }) =>
        origins.length === 0 ? (
          <span className="text-ink-2">{t('noOrigins')}</span>
        ) : (
          origins.map((origin) => (
            <span key={origin} className="block font-mono text-xs break-all">
              {origin}
            </span>
          ))
        ),
    },
  ];
  const reason = translator(locale, 'formFields')('display.revoke.reason');
  return (
    <TokenTable
      caption={t('caption')}
      name={t('name')}
      tokens={displays}
      own={own}
      revoke={mayRevoke ? { action: revoke, reason, hint: t('revokeHint') } : null}
      locale={locale}
    />
  );
}
