import type { Words } from '@/lib/i18n/words';
import type { overview as shape } from '@/lib/i18n/zh-CN/overview';

export const overview: Words<typeof shape> = {
  title: 'Overview',
  lead: 'Public figures of {place}, as their sources print them; the footnote opens the sentence. Ranks in a badge are stated by a source, the others are computed over the units listed.',
  acrossBefore: 'in',
  acrossAfter: 'of industry',
  allOf: 'All figures of {name}',
  rankedTitle: '{city} is no. {place, number} of {group} by {indicator}',
  rankedPlain: '{indicator}, {group}',
  trendTitle: '{indicator} of {city} over the years',
  trendSubtitle: '{from}–{to}, {unit}',
  subtitle: '{period}, {unit}',
  bounds: 'Figures marked over or est. are lower bounds or estimates, ranked by the number printed.',
  unit: 'Unit',
  period: 'Period',
  value: '{name} ({unit})',
  place: 'Place',
  benchmark: 'Benchmark',
  none: '—',
  noFigures: 'No figures yet.',
  nothingSet: 'The overview is not set up yet',
  nothingSetReason:
    'Once the assessment office has chosen the units, topics and charts of its place, they are shown here.',
  setPlace: 'Set it up',
  allIndicators: 'All indicators',
  newTitle: 'Latest documents',
  newNote: 'By date of publication, with the number of figures cited',
  figures: '{count, plural, one {# figure} other {# figures}}',
  allSources: 'All sources',
};
