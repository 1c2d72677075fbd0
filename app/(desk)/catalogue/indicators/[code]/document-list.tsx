import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { UnitFigure } from '@/lib/observations/ranking/words';
import { paths } from '@/lib/paths';

/** The most names that are written out; of more, only the number is given. */
const fewUnits = 4;

/** The documents that state the figures, each with its units, since most figures come from few documents. */
export function DocumentList(props: { figures: readonly UnitFigure[]; caption: string; locale: Locale }) {
  const { figures, locale } = props;
  const t = translator(locale, 'indicators');
  const codes = [...new Set(figures.map(({ citation }) => citation.sourceCode))];
  const documents = codes.flatMap((code) => {
    const cited = figures.filter(({ citation }) => citation.sourceCode === code);
    return cited[0] ? [{ citation: cited[0].citation, units: cited.map(({ unit }) => nameOf(unit, locale)) }] : [];
  });
  return (
    <DataTable
      caption={props.caption}
      rows={documents}
      rowKey={({ citation }) => citation.sourceCode}
      columns={[
        {
          key: 'source',
          header: t('columns.source'),
          className: 'min-w-56',
          cell: ({ citation }) => (
            <>
              <a href={paths.source(citation.sourceCode)} className="text-sea">
                {marked(citation.sourceTitle, locale)}
              </a>{' '}
              <WithdrawnSource citation={citation} locale={locale} />
            </>
          ),
        },
        {
          key: 'publisher',
          header: t('columns.publisher'),
          cell: ({ citation }) => marked(citation.publisher, locale),
        },
        {
          key: 'units',
          header: t('columns.unit'),
          cell: ({ units }) =>
            units.length > fewUnits
              ? t('sources.manyUnits', { units: listed(units.slice(0, fewUnits), locale), count: units.length })
              : listed(units, locale),
        },
        { key: 'count', header: t('sources.figures'), align: 'end', cell: ({ units }) => units.length },
      ]}
    />
  );
}
