import { marked } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** 表号 and 制定机关, at the right top of a form; nothing for a form without them. */
export function FormMark(props: { head: { readonly formNumber: string; readonly issuedBy: string }; locale: Locale }) {
  const { head, locale } = props;
  const t = translator(locale, 'entry');
  const lines = (['formNumber', 'issuedBy'] as const).filter((key) => head[key] !== '');
  if (lines.length === 0) return null;
  return (
    <dl className="mb-2 ml-auto grid w-fit grid-cols-[auto_auto] gap-x-2 text-table">
      {lines.map((key) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt>{t(key)}</dt>
          <dd>{marked(head[key], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
