import { saveColumns } from '@/app/(desk)/reporting/mapping/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { Pager } from '@/app/ui/tables/pager';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import type { ExplainedColumn } from '@/lib/reporting/mapping/explain-mapping';
import { longestMeasure, longestName } from '@/lib/reporting/mapping/mapping-input';
import type { MappableNames } from '@/lib/reporting/mapping/read-mapped';
import type { MappedView } from '@/lib/reporting/mapping/sheets/queries';
import { typedName } from '@/lib/reporting/mapping/typed-mapping';
import { columnUses } from '@/lib/reporting/mapping/words';
import { ColumnField, ColumnSelect } from './column-field';

/** The columns of one form. */
const columnsOnPage = 20;
/** More names than this are not offered by the page: it would be larger than its form is worth. */
const mostOffered = 400;

type Props = {
  view: MappedView;
  names: MappableNames;
  columns: readonly ExplainedColumn[];
  page: number;
  locale: Locale;
};

/** What each column is, with the reason: proposed where it fits, and everything to be changed. */
export function ColumnForms({ view, names, columns, page: asked, locale }: Props) {
  const t = translator(locale, 'mapping');
  const pages = Math.max(1, Math.ceil(columns.length / columnsOnPage));
  const page = Math.min(asked, pages);
  const shown = columns.slice((page - 1) * columnsOnPage, page * columnsOnPage);
  const offered = (kind: 'indicator' | 'unit') => {
    const entries = kind === 'unit' ? names.units : names.indicators;
    return entries.length > mostOffered ? [] : entries.map(({ nameZh }) => nameZh);
  };
  const label = (what: string, letter: string) => t('sheet.ofColumn', { what, letter });
  const reason = ({ reason: why, cell, unknown }: ExplainedColumn) =>
    marked(t(`reasons.${why}`, { cell, text: unknown } as never), locale);
  return (
    <Section id="columns" title={t('sheet.columnsTitle')} note={t('sheet.columnsLead')}>
      <datalist id="offered-indicator">
        {offered('indicator').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id="offered-unit">
        {offered('unit').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <CommandForm
        action={saveColumns}
        submit={t('sheet.columnsSubmit')}
        refusedTitle={t('refusedTitle')}
        id="columns-form"
        hidden={{ id: view.id, version: view.version, page }}
      >
        {/* A scrolling region must be reachable by keyboard. */}
        <div role="region" aria-label={t('sheet.columnsCaption')} tabIndex={0} className="mb-4 overflow-x-auto">
          <table className="data-table">
            <caption className="sr-only">{t('sheet.columnsCaption')}</caption>
            <thead>
              <tr>
                {[
                  ...[t('sheet.column'), t('sheet.head'), t('sheet.use'), t('uses.indicator'), t('uses.unit')],
                  ...[t('uses.period'), t('uses.measure'), t('sheet.reason')],
                ].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((column) => {
                const { at, letter, head, own } = column;
                return (
                  <tr key={letter}>
                    <th scope="row">
                      <a href="#grid" className="text-sea hover:underline">
                        {letter}
                      </a>
                    </th>
                    <td className="max-w-56 min-w-32 break-words">{marked(head, locale)}</td>
                    <td>
                      <ColumnSelect
                        name={`use-${at}`}
                        label={label(t('sheet.use'), letter)}
                        value={own.use}
                        options={columnUses.map((use) => ({ value: use, label: t(`uses.${use}`) }))}
                      />
                    </td>
                    <td>
                      <ColumnField
                        name={`indicator-${at}`}
                        label={label(t('uses.indicator'), letter)}
                        value={typedName(own.indicator, 'indicator', names)}
                        read={typedName(column.indicator, 'indicator', names)}
                        maxLength={longestName}
                        list="offered-indicator"
                      />
                    </td>
                    <td>
                      <ColumnField
                        name={`unit-${at}`}
                        label={label(t('uses.unit'), letter)}
                        value={typedName(own.unit, 'unit', names)}
                        read={typedName(column.unit, 'unit', names)}
                        maxLength={longestName}
                        list="offered-unit"
                      />
                    </td>
                    <td>
                      <ColumnField
                        name={`period-${at}`}
                        label={label(t('uses.period'), letter)}
                        value={own.period ?? ''}
                        read=""
                        maxLength={longestName}
                      />
                    </td>
                    <td>
                      <ColumnField
                        name={`measure-${at}`}
                        label={label(t('uses.measure'), letter)}
                        value={own.measure ?? ''}
                        read={column.measures.join('、')}
                        maxLength={longestMeasure}
                      />
                    </td>
                    <td className="min-w-32 text-ink-2">{reason(column)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </CommandForm>
      <Pager
        page={page}
        pages={pages}
        hrefOf={(number) => withQuery(paths.mappedSheet(view.id), { columns: number }, 'columns')}
        locale={locale}
      />
    </Section>
  );
}
