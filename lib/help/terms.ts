/** The explanation of terms on the help page: the parts in reading order, with the keys of their terms. */
export const termParts = {
  reading: ['printed', 'bounds', 'about', 'expected', 'mark'],
  periods: ['year', 'toDate', 'pointInTime', 'undated'],
  ranks: ['competition', 'direction', 'published', 'group', 'missingUnits', 'change'],
  growth: ['reported', 'computed', 'points', 'noBase'],
  absent: ['dash', 'notReported', 'notApplicable', 'zero'],
  vintages: ['flash', 'preliminary', 'approved', 'final', 'revision'],
  charts: ['twin', 'gaps', 'download'],
  cite: ['quote', 'weak', 'link'],
  keys: ['palette', 'arrows', 'escape', 'tab'],
  glossary: [
    'indicator',
    'unitMeasure',
    'basis',
    'orgUnit',
    'observation',
    'source',
    'yoy',
    'rankMatch',
    'aboveSize',
    'comparable',
  ],
} as const;

/** A part of the explanation. */
export type TermPart = keyof typeof termParts;

/** The names of the parts, in reading order. */
export const termPartNames = Object.keys(termParts) as TermPart[];
