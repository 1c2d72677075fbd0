import type { Words } from '@/lib/i18n/words';
import type { charts as shape } from '@/lib/i18n/zh-CN/charts';

export const charts: Words<typeof shape> = {
  view: 'Show as',
  chart: 'Chart',
  table: 'Table',
  tableOf: 'Data table: {title}',
  menuOf: 'Download and copy: {title}',
  downloadPng: 'Download picture (PNG)',
  downloadSvg: 'Download drawing (SVG)',
  copyPicture: 'Copy as picture',
  noPicture:
    'Browsers copy pictures only on https or on this very machine. Please choose “Download picture (PNG)” and insert the file instead.',
  cite: 'Copy citation',
  cited: 'Citation copied',
  byHand: 'The browser does not allow copying; please select the text above and copy it by hand.',
  citationText: 'Citation',
  citation: '{what}. Source: {source}. In: {product}, {address}, read on {day}.',
  citedSource: '{title} ({of})',
  citedSources: '{cited} and more, {count, number} documents in all',
  downloadCsv: 'Download data (CSV)',
  copyTable: 'Copy data table',
  copied: 'Copied',
  failed: 'That did not work, please try again',
  notDrawn: 'The chart could not be loaded; please see the table.',
  empty: 'No figures to draw.',
  source: 'Source: ',
  note: 'Note: ',
  updated: 'Updated: {updated}',
  bound: 'Striped end or open mark: the source states only a bound (over, at least, up to).',
  reorganised: 'reorganised',
  placesFrom:
    'Units merged or split before {period}: the lines are broken there. Places are among the members of the time and not comparable across it.',
  lineReorganisedFrom: '{line}: units merged or split from {period} on; the line is broken there.',
  incomparable: '{lines}: units merged or split in between; the two years do not compare.',
  reorganisedFrom:
    'Units merged or split before {period}: the line is broken there, and earlier figures are those of the predecessors.',
  redefined: 'new definition',
  redefinedFrom:
    'The definition changed from {period} on: the line breaks there, and figures across it do not compare.',
  place: 'Place here',
  benchmark: 'Benchmark place',
  caption: '{title} ({subtitle})',
  summary: '{caption}. {facts}',
  facts: {
    bars: '{count, number} in all. First: {first}, {firstText}; last: {last}, {lastText}.',
    trend: '{count, number} lines. {label}: {from} {fromText}, {to} {toText}.',
    bump: 'Places of {count, number} units. {label}: {from} place {fromText}, {to} place {toText}.',
    radar: '{count, number} parts. {label}: highest {high}, {highText}; lowest {low}, {lowText}.',
    match: '{count, number} in all: {better, number} ahead, {worse, number} behind, {same, number} level.',
    share: '{count, number} in all: {better, number} higher, {worse, number} lower, {same, number} the same.',
  },
};
