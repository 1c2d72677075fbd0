import { marked } from '@/app/ui/primitives/marked';
import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { paths } from '@/lib/paths';
import { citedSources } from './citation-text';
import { WithdrawnSource } from './withdrawn-source';

/**
 * The documents of figures, in a line under a chart; of several the first is named, and `all` links to them. A withdrawn
 * one is named first.
 */
export function CitedFrom(props: { figures: readonly Pick<FigureView, 'citation'>[]; all?: string; locale: Locale }) {
  const byCode = new Map(props.figures.map(({ citation }) => [citation.sourceCode, citation]));
  const cited = [...byCode.values()];
  const first = cited.find(({ sourceWithdrawn }) => sourceWithdrawn !== null) ?? cited[0];
  if (!first) return null;
  const title = inOwnWords(first.sourceTitle, props.locale);
  const several = cited.length > 1;
  return (
    <>
      <a
        href={several ? (props.all ?? paths.sources) : paths.source(first.sourceCode)}
        className="underline hover:text-sea"
        data-sources={citedSources(cited, props.locale)}
      >
        {marked(
          several ? translator(props.locale, 'figures')('documents', { first: title, count: cited.length }) : title,
          props.locale,
        )}
      </a>{' '}
      <WithdrawnSource citation={first} locale={props.locale} />
    </>
  );
}
