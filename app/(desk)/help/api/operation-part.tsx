import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { kindOf, listedFields } from '@/lib/publishing/api/field-list';
import type { DescribedOperation } from '@/lib/publishing/api/openapi';
import { FieldTable } from './field-table';

/** A line for a terminal. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    // A long line scrolls, and is then reached by keyboard.
    <pre
      role="region"
      aria-label={label}
      tabIndex={0}
      className="my-3 max-w-4xl overflow-x-auto border-l-2 border-rule bg-card px-3 py-2 font-mono text-xs leading-5"
    >
      {children}
    </pre>
  );
}

/** An operation with its parameters, the fields of its answer and an example. */
export function OperationPart({ operation, locale }: { operation: DescribedOperation; locale: Locale }) {
  const t = translator(locale, 'api');
  const { name, path, title, about, parameters, answer, hasCsv, needsToken, example } = operation;
  const token = needsToken ? '-H "Authorization: Bearer baton_…" ' : '';
  return (
    <section id={name} aria-labelledby={`${name}-heading`} className="mt-6 scroll-mt-20">
      <h3 id={`${name}-heading`} className="font-semibold">
        {title} <code className="ml-2 font-mono text-table font-normal break-all text-ink-2">{`GET ${path}`}</code>
      </h3>
      <p className="my-1 max-w-4xl">{about}</p>
      {hasCsv && <p className="my-1 max-w-4xl">{t('csv')}</p>}
      <Code label={`${t('example')} ${title}`}>{`curl ${token}"${example}"`}</Code>
      <DataTable
        caption={`${t('parameter')} ${title}`}
        rows={parameters}
        rowKey={(one) => one.name}
        stacked
        columns={[
          { key: 'name', header: t('parameter'), cell: (one) => <code>{one.name}</code> },
          { key: 'kind', header: t('kind'), cell: ({ schema }) => <code>{kindOf(schema)}</code> },
          { key: 'about', header: t('about'), cell: ({ schema }) => schema.description, wide: true },
        ]}
      />
      <FieldTable caption={`${t('field')} ${title}`} fields={listedFields(answer)} locale={locale} />
    </section>
  );
}
