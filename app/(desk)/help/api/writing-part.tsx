import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { listedFields } from '@/lib/publishing/api/field-list';
import { describedWriting } from '@/lib/publishing/api/openapi';
import { citedExample, draftExample } from '@/lib/publishing/api/writing/examples';
import { FieldTable } from './field-table';
import { Code } from './operation-part';

/** How figures are written: the header, both kinds of bodies with their fields and examples, and the answer. */
export function WritingPart({ origin, locale }: { origin: string; locale: Locale }) {
  const t = translator(locale, 'api');
  const { name, path, title, about, body, key, answer } = describedWriting(locale);
  const kinds = [draftExample, citedExample].map((example) => ({
    example,
    shape: body.oneOf?.find(({ properties }) => properties?.as?.const === example.as) ?? {},
  }));
  const command = (example: object) =>
    `curl -H "Authorization: Bearer baton_…" -H "Idempotency-Key: …" --json '${JSON.stringify(example)}' "${origin}${path}"`;
  return (
    <section id={name} aria-labelledby={`${name}-heading`} className="mt-6 scroll-mt-20">
      <h3 id={`${name}-heading`} className="font-semibold">
        {title} <code className="ml-2 font-mono text-table font-normal break-all text-ink-2">{`POST ${path}`}</code>
      </h3>
      <p className="my-1 max-w-4xl">{about}</p>
      <p className="my-1 max-w-4xl">
        <code>Idempotency-Key</code> {key}
      </p>
      <p className="my-1 max-w-4xl">{t('writing.version')}</p>
      {kinds.map(({ example, shape }) => (
        <div key={example.as}>
          <Code label={`${t('example')} ${title} ${example.as}`}>{command(example)}</Code>
          <FieldTable caption={`${t('field')} ${title} ${example.as}`} fields={listedFields(shape)} locale={locale} />
        </div>
      ))}
      <FieldTable caption={`${t('field')} ${title}`} fields={listedFields(answer)} locale={locale} />
    </section>
  );
}
