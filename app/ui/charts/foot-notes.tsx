import { sourcePath } from '@/app/ui/figures/source-path';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked } from '@/app/ui/primitives/marked';
import { notesOf } from '@/lib/dashboards/series/chart-facts';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The notes that a chart draws, a line each with its document, and how many it does not draw. */
export function FootNotes({ spec, locale }: { spec: ChartSpec; locale: Locale }) {
  const t = translator(locale, 'annotations');
  const leftOut = spec.kind === 'trend' || spec.kind === 'bump' ? (spec.notesLeftOut ?? 0) : 0;
  return (
    <>
      {notesOf(spec).map(({ key, mark, line, source }) => (
        <p key={key} data-part="foot" className="break-words">
          {mark && `${mark} `}
          <a href={paths.annotation(key)} className="hover:text-sea hover:underline">
            {marked(line, locale)}
          </a>
          {source && (
            <>
              {' '}
              {translator(locale, 'charts')('source')}
              <a href={sourcePath(source.code)} className="underline hover:text-sea">
                {marked(source.title, locale)}
              </a>
              {source.locator && <> {marked(source.locator, locale)}</>}{' '}
              <WithdrawnSource citation={{ sourceWithdrawn: source.withdrawnReason }} locale={locale} />
            </>
          )}
        </p>
      ))}
      {leftOut > 0 && (
        <p data-part="foot">
          {t('charts.more', { count: leftOut })}{' '}
          <a href={paths.annotations} className="underline hover:text-sea">
            {t('charts.all')}
          </a>
        </p>
      )}
    </>
  );
}
