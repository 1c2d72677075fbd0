import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { paths } from '@/lib/paths';

/** The documents of figures, in a line under a chart; of several the first is named, and `all` links to them. */
export function CitedFrom(props: { figures: readonly Pick<FigureView, 'citation'>[]; all?: string; locale: Locale }) {
  const titles = new Map(props.figures.map(({ citation }) => [citation.sourceCode, citation.sourceTitle]));
  const [only] = titles;
  if (!only) return null;
  const [code, title] = only;
  const several = titles.size > 1;
  return (
    <a href={several ? (props.all ?? paths.sources) : paths.source(code)} className="underline hover:text-sea">
      {several ? translator(props.locale, 'figures')('documents', { first: title, count: titles.size }) : title}
    </a>
  );
}
