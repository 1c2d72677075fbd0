import type { ReactNode } from 'react';
import { citationText } from '@/app/ui/figures/citation-text';
import {
  breaksOf,
  brokenLines,
  type ChartFacts,
  chartFacts,
  citedParts,
  hasBound,
  notesOf,
} from '@/lib/dashboards/series/chart-facts';
import { chartHeight } from '@/lib/dashboards/series/chart-height';
import { noteText } from '@/lib/dashboards/series/noted';
import type { ChartSpec, ChartTable } from '@/lib/dashboards/series/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { ChartCanvas } from './chart-canvas';
import { ChartMenu } from './chart-menu';
import { ChartTwin } from './chart-table';
import { FootNotes } from './foot-notes';
import { menuWords } from './menu-words';

type Words = ReturnType<typeof translator<'charts'>>;

/**
 * A chart with all its parts: title, unit (once, in the subtitle), the drawing in a reserved box, its table twin,
 * source, notes and downloads. The table and the texts are in the HTML; the drawing is loaded when it is near the
 * viewport. `id` is unique on the page; `fileName` has no extension.
 */
export function ChartFrame({
  id,
  title,
  subtitle,
  source,
  note,
  updated,
  spec,
  table,
  height = chartHeight(spec),
  locale,
  fileName,
  put,
}: {
  id: string;
  title: string;
  subtitle: string;
  source: ReactNode;
  note?: ReactNode;
  updated?: string;
  spec: ChartSpec;
  table: ChartTable;
  height?: number | undefined;
  locale: Locale;
  fileName: string;
  /** The address that puts the chart on a board; none on a board itself. */
  put?: string | undefined;
}) {
  const t = translator(locale, 'charts');
  const facts = chartFacts(spec);
  const empty = facts.kind === 'empty';
  const caption = t('caption', { title, subtitle });
  const summary = t('summary', { caption, facts: factText(facts, t) });
  return (
    <figure id={id} className="group/chart min-w-0 break-inside-avoid">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <figcaption className="min-w-0 flex-1 basis-40 max-sm:[&:lang(en)]:basis-full">
          <h3 data-part="title" className="text-base leading-6 font-semibold text-ink">
            {title}
          </h3>
          <p data-part="subtitle" className="text-[13px] leading-5 text-ink-2">
            {subtitle}
          </p>
        </figcaption>
        {!empty && (
          <div className="ml-auto flex items-center gap-2 print:hidden">
            <ViewSwitch id={id} words={t} />
            <ChartMenu
              fileName={fileName}
              words={menuWords(t('menuOf', { title }), locale)}
              put={put}
              citation={citationText({ what: citedParts(title, subtitle, spec), source: '{source}' }, locale)}
            />
          </div>
        )}
      </div>
      {empty ? (
        <p className="py-6 text-[13px] text-ink-2">{t('empty')}</p>
      ) : (
        <>
          <div className="mt-3 group-has-[[data-view=table]:checked]/chart:hidden group-has-[[data-chart=waiting]]/chart:print:hidden noscript:hidden">
            <ChartCanvas spec={withLabels(spec, t)} height={height} summary={summary} failed={t('notDrawn')}>
              <Waiting summary={summary} />
            </ChartCanvas>
          </div>
          <section
            aria-label={t('tableOf', { title })}
            tabIndex={0}
            style={{ minHeight: height, maxHeight: Math.max(height, 360) }}
            className="mt-3 hidden overflow-auto rounded-md border border-rule bg-card group-has-[[data-view=table]:checked]/chart:block group-has-[[data-chart=waiting]]/chart:print:block focus-visible:outline-2 focus-visible:outline-sea print:max-h-none! print:min-h-0! noscript:block"
          >
            <ChartTwin table={notedTable(table, spec, locale)} caption={caption} />
          </section>
        </>
      )}
      <div className="mt-3 text-[12px] leading-[18px] text-ink-2">
        <p data-part="foot">
          {t('source')}
          <span data-part="source">{source}</span>
          {updated && ` · ${t('updated', { updated })}`}
        </p>
        {note && (
          <p data-part="foot">
            {t('note')}
            {note}
          </p>
        )}
        <FootNotes spec={spec} locale={locale} />
        {hasBound(spec) && <p data-part="foot">{t('bound')}</p>}
        {brokenLines(spec).map(({ line, period }) => (
          <p key={`${line} ${period}`} data-part="foot">
            {t('lineReorganisedFrom', { line, period })}
          </p>
        ))}
        {spec.kind === 'trend' && spec.incomparable !== undefined && spec.incomparable.length > 0 && (
          <p data-part="foot">{t('incomparable', { lines: listed(spec.incomparable, locale) })}</p>
        )}
        {breaksOf(spec).map(({ key, label, isReorganised }) => (
          <p key={key} data-part="foot">
            {t(isReorganised ? (spec.kind === 'bump' ? 'placesFrom' : 'reorganisedFrom') : 'redefinedFrom', {
              period: label,
            })}
          </p>
        ))}
      </div>
    </figure>
  );
}

function notedTable(table: ChartTable, spec: ChartSpec, locale: Locale): ChartTable {
  const notes = notesOf(spec);
  return notes.length === 0 ? table : { ...table, notes: notes.map((note) => noteText(note, locale)) };
}

/** The switch between chart and table, by two radio buttons and the style sheet alone. */
function ViewSwitch({ id, words }: { id: string; words: Words }) {
  return (
    <fieldset className="flex rounded-md border border-rule p-0.5 text-[13px] noscript:hidden">
      <legend className="sr-only">{words('view')}</legend>
      {(['chart', 'table'] as const).map((view) => (
        <label
          key={view}
          className="cursor-pointer rounded-[4px] px-2.5 py-0.5 text-ink-2 has-checked:bg-rule/60 has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-sea max-sm:px-3.5 max-sm:py-2"
        >
          <input
            type="radio"
            name={`${id}-view`}
            value={view}
            data-view={view}
            defaultChecked={view === 'chart'}
            className="sr-only"
          />
          {words(view)}
        </label>
      ))}
    </fieldset>
  );
}

/** The content of the box until the chart is drawn: hairlines in place of its own. */
function Waiting({ summary }: { summary: string }) {
  return (
    <div role="img" aria-label={summary} className="flex h-full flex-col justify-between py-3">
      {['top', 'upper', 'lower', 'bottom'].map((line) => (
        <div key={line} className="border-t border-rule/70" />
      ))}
    </div>
  );
}

function withLabels(spec: ChartSpec, t: Words): ChartSpec {
  if (spec.kind === 'trend') {
    if (breaksOf(spec).length === 0) return spec;
    return { ...spec, breakLabel: t('redefined'), reorganisedLabel: t('reorganised') };
  }
  if (spec.kind !== 'match') return spec;
  return {
    ...spec,
    placeLabel: spec.placeLabel ?? t('place'),
    benchmarkLabel: spec.benchmarkLabel ?? t('benchmark'),
  };
}

function factText(facts: ChartFacts, t: Words): string {
  switch (facts.kind) {
    case 'empty':
      return t('empty');
    case 'bars': {
      const { count, first, last } = facts;
      const named = { first: first.label, firstText: first.text, last: last.label, lastText: last.text };
      return t('facts.bars', { count, ...named });
    }
    case 'match':
    case 'share': {
      const { count, better, worse } = facts;
      return t(`facts.${facts.kind}`, { count, better, worse, same: count - better - worse });
    }
    case 'radar': {
      const { count, label, high, low } = facts;
      const named = { high: high.label, highText: high.text, low: low.label, lowText: low.text };
      return t('facts.radar', { count, label, ...named });
    }
    default: {
      const { kind, count, label, from, to } = facts;
      const named = { from: from.label, fromText: from.text, to: to.label, toText: to.text };
      return t(`facts.${kind}`, { count, label, ...named });
    }
  }
}
