import type { Words } from '@/lib/i18n/words';
import type { overview as shape } from '@/lib/i18n/zh-CN/overview';

export const overview: Words<typeof shape> = {
  title: 'Overview',
  lead: 'Public figures of {zone} and {city}, as their sources print them; the footnote opens the sentence. Ranks in a badge are stated by a source, the others are computed over the units listed.',
  acrossBefore: 'in',
  acrossAfter: 'of industry',
  allOf: 'All figures of {name}',
  rankedTitle: '{city} is no. {place, number} in the province by {indicator}',
  rankedPlain: '{indicator}, 13 cities of Jiangsu',
  countyTitle: 'GDP of the counties and districts of Nantong',
  trendTitle: 'GDP of {city} over the years',
  trendSubtitle: '{from}–{to}, {unit}',
  subtitle: '{period}, {unit}',
  bounds: 'Figures marked over or est. are lower bounds or estimates, ranked by the number printed.',
  unit: 'Unit',
  period: 'Period',
  value: '{name} ({unit})',
  place: 'Place',
  benchmark: 'Benchmark',
  none: '—',
  newTitle: 'Latest documents',
  newNote: 'By date of publication, with the number of figures cited',
  figures: '{count, plural, one {# figure} other {# figures}}',
  allSources: 'All sources',
};
