import { marked } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Citation } from '@/lib/observations/words';

/** Beside the name of a document that was withdrawn: that it was, and why. Nothing for any other document. */
export function WithdrawnSource(props: { citation: Pick<Citation, 'sourceWithdrawn'>; locale: Locale }) {
  const reason = props.citation.sourceWithdrawn;
  if (reason === null) return null;
  return (
    <span className="withdrawn" title={reason}>
      {translator(props.locale, 'figures')('sourceWithdrawn')}
      <span className="sr-only">
        {marked(translator(props.locale, 'figures')('because', { reason }), props.locale)}
      </span>
    </span>
  );
}
