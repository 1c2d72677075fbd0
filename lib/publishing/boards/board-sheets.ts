import { changeOf } from '@/lib/assessment/rankings/table/rank-row';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { CardBody, CardView } from '@/lib/dashboards/boards/cards/card-view';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { lampWord, writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import { writtenText, writtenWhen } from '@/lib/observations/written';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** A figure as a page writes it: a number stays one with its printed decimals, anything else is text. */
export function cellOf(text: string): SheetCell {
  if (text === '' || text === '—') return null;
  const plain = text.replaceAll(',', '');
  if (!/^-?\d+(\.\d+)?$/.test(plain) || (text.includes(',') && !/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)))
    return { text };
  return { number: plain, decimals: plain.split('.')[1]?.length ?? 0 };
}

const text = (words: string): SheetCell => (words === '' ? null : { text: words });

type Table = Pick<Sheet, 'columns' | 'rows'> & { readonly notes?: readonly string[] };

/** The sheets of a board, one for each card in its order, with what the card shows. */
export function boardSheets(
  views: readonly CardView[],
  { board, madeAt, locale }: { readonly board: string; readonly madeAt: string; readonly locale: Locale },
): Sheet[] {
  const t = translator(locale, 'boards');
  return views.map((view, at) => {
    const title = view.title || t(`kinds.${view.card.kind}`);
    const { columns, rows, notes = [] } = tableOf(view, locale);
    const sources = [...new Set(view.cited.map(({ citation }) => inOwnWords(citation.sourceTitle, locale)))];
    return {
      name: sheetName(title, at + 1),
      title,
      about: [
        [t('workbook.about'), board],
        ...(view.subtitle ? [[t('workbook.of'), view.subtitle] as const] : []),
        ...(sources.length > 0 ? [[t('workbook.source'), sources.join('\n')] as const] : []),
        [t('workbook.madeAt'), madeAt],
      ],
      columns,
      keptColumns: 1,
      rows,
      notes,
    };
  });
}

/** A name that Excel takes: at most 31 characters, none of them forbidden; its number makes it the only one. */
function sheetName(title: string, number: number): string {
  return `${number} ${title.replace(/[\\/?*[\]:']/g, ' ')}`.slice(0, 31).trim();
}

function tableOf({ body, card }: CardView, locale: Locale): Table {
  const t = translator(locale, 'boards');
  switch (body.kind) {
    case 'figure': {
      const { figure, indicator } = body;
      const value = writtenText(figure, locale, indicator.measure);
      return {
        columns: [t('columns.indicator'), t('workbook.period'), t('columns.value'), t('workbook.unit')],
        rows: [
          [
            text(nameOf(indicator, locale)),
            text(writtenWhen(figure, locale)),
            cellOf(value),
            text(unitOf(indicator, locale)),
          ],
        ],
      };
    }
    case 'chart': {
      const { columns, rows, notes = [] } = body.table;
      return {
        columns: columns.map(({ label }) => label),
        rows: rows.map((row) => row.map((cell, at) => (columns[at]?.numeric ? cellOf(cell) : text(cell)))),
        notes: [...(body.note ? [body.note] : []), ...notes],
      };
    }
    case 'heat':
      return heatSheet(body, locale);
    case 'ranking':
      return {
        columns: [t('columns.rank'), t('columns.unit'), t('columns.change'), t('columns.total')],
        rows: body.rows.map((row) => {
          const change = changeOf(row);
          return [
            cellOf(`${row.rank}`),
            text(nameOf(row, locale)),
            change === null ? null : cellOf(`${change}`),
            row.shown === null ? null : cellOf(row.shown),
          ];
        }),
        notes: [t('sourceRun')],
      };
    case 'lamps':
      return {
        columns: [t('columns.indicator'), t('columns.lamp'), t('workbook.note')],
        rows: body.lamps.map((lamp) => [
          text(nameOf(lamp.about, locale)),
          text(lampWord(lamp, locale)),
          text(writtenReason(lamp, lamp.about, locale)),
        ]),
      };
    case 'progress': {
      const number = (value: number | undefined, decimals: number) =>
        value === undefined ? null : cellOf(decimalOf(value, decimals));
      return {
        columns: [
          ...[t('columns.indicator'), t('workbook.unit'), t('columns.actual'), t('columns.expected')],
          ...[t('columns.target'), t('columns.gap'), t('columns.lamp')],
        ],
        rows: body.lamps.map((lamp) => [
          text(nameOf(lamp.about, locale)),
          text(unitOf(lamp.about, locale)),
          number(lamp.facts.actual, lamp.about.decimals),
          number(lamp.facts.expected, lamp.about.decimals),
          number(lamp.facts.target, lamp.about.decimals),
          number(lamp.facts.gapPoints, 1),
          text(lampWord(lamp, locale)),
        ]),
      };
    }
    case 'text':
      return { columns: [t(`kinds.${card.kind}`)], rows: body.paragraphs.map((line) => [text(line)]) };
    case 'absent':
      return { columns: [t('workbook.note')], rows: [[text(t(`absences.${body.absence}`))]] };
  }
}

function heatSheet({ facets, units, cellOf: found }: Extract<CardBody, { kind: 'heat' }>, locale: Locale): Table {
  const t = translator(locale, 'boards');
  return {
    columns: [
      t('columns.unit'),
      ...facets.map(({ indicator, periodCode }) =>
        [nameOf(indicator, locale), `(${unitOf(indicator, locale)})`, writtenPeriod(periodCode, locale)].join(' '),
      ),
    ],
    rows: units.map((unit) => [
      text(nameOf(unit, locale)),
      ...facets.map(({ key, indicator }) => {
        const cell = found(unit.code, key);
        return cell ? cellOf(writtenText(cell.figure, locale, indicator.measure)) : null;
      }),
    ]),
    notes: [t('heatLegend')],
  };
}
