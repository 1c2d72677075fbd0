import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { BodyLamps } from '@/lib/monitoring/reports/standings/words';

/** How many lamps of each colour the bodies have that answer for indicators. */
export function Bodies({ bodies, locale }: { bodies: readonly BodyLamps[]; locale: Locale }) {
  const t = translator(locale, 'reports');
  if (bodies.length === 0) return null;
  return (
    <Section id="bodies" title={t('bodies')}>
      <DataTable
        caption={t('bodies')}
        rows={bodies}
        rowKey={({ nameZh }) => nameZh}
        columns={[
          { key: 'body', header: t('body'), cell: (body) => markedName(body, locale) },
          ...(['red', 'yellow', 'green'] as const).map((colour) => ({
            key: colour,
            header: t(`colours.${colour}`),
            align: 'end' as const,
            cell: (body: BodyLamps) => body[colour],
          })),
        ]}
      />
    </Section>
  );
}
