import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Facts as FactsOf } from '@/lib/publishing/bulletins/words';

/** How many are listed at once; the others are found by a part of their names. */
const most = 60;

/** The numbers that the words of a document may use: how each is written, and what is printed. */
export function Facts({ facts, find, path, locale }: { facts: FactsOf; find: string; path: string; locale: Locale }) {
  const t = translator(locale, 'bulletins');
  const rows = [...facts].filter(([mark, text]) => find === '' || mark.includes(find) || text === find);
  return (
    <Section title={t('marks')} id="marks" note={t('marksLead', { count: rows.length })}>
      <form action={`${path}#marks`} method="get" className="mb-3 flex max-w-md gap-2">
        <input
          name="find"
          defaultValue={find}
          maxLength={60}
          aria-label={t('find')}
          className="h-10 w-full rounded-md border border-rule bg-card px-3 text-sm hover:border-rule-strong max-sm:h-11 max-sm:text-base"
        />
        <button type="submit" className={buttonLook('outline')}>
          {t('find')}
        </button>
      </form>
      <DataTable<readonly [string, string]>
        caption={t('marks')}
        rows={rows.slice(0, most)}
        rowKey={([mark]) => mark}
        columns={[
          { key: 'mark', header: t('mark'), cell: ([mark]) => marked(`{${mark}}`, locale) },
          { key: 'printed', header: t('printed'), cell: ([, text]) => marked(text, locale) },
        ]}
      />
    </Section>
  );
}
