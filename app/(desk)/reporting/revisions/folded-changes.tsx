import { marked } from '@/app/ui/primitives/marked';
import { Fold } from '@/app/ui/tables/fold';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { runsOf } from '@/lib/reporting/revisions/batches';
import type { ChangedFigure } from '@/lib/reporting/revisions/words';
import { ChangeTable } from './change-table';

/** The changes of a page; those that were recorded together, as of an import, are one line that opens. */
export function FoldedChanges(props: { figures: readonly ChangedFigure[]; caption: string; locale: Locale }) {
  const { caption, locale } = props;
  const t = translator(locale, 'revisions');
  const runs = runsOf(props.figures, ({ at, reason }) => `${at.getTime()} ${reason}`);
  return (
    <div className="space-y-4">
      {runs.map(({ rows, isBatch }, at) => {
        const [first] = rows;
        if (!first) return null;
        const key = `${first.indicatorCode} ${first.unitCode} ${first.periodCode}`;
        const table = (
          <ChangeTable
            key={key}
            figures={rows}
            caption={runs.length > 1 ? t('part', { caption, part: at + 1 }) : caption}
            locale={locale}
          />
        );
        if (!isBatch) return table;
        return (
          <Fold
            key={key}
            isOpen={runs.length === 1}
            summary={
              <>
                <time dateTime={first.at.toISOString()}>{writtenMoment(first.at)}</time> {marked(first.reason, locale)}{' '}
                <span className="text-ink-2">{t('together', { count: rows.length })}</span>
              </>
            }
          >
            {table}
          </Fold>
        );
      })}
    </div>
  );
}
