import type { Found } from '@/lib/catalogue/search/words';
import { paths, withQuery } from '@/lib/paths';

/** The page of what was found, by its code; that of a department lists its indicators. */
export const foundPath: Record<Found['kind'], (code: string) => string> = {
  indicator: paths.indicator,
  unit: paths.unit,
  department: (name) => withQuery(paths.indicators, { q: name }),
  scheme: paths.scheme,
  source: paths.source,
  annotation: paths.annotation,
};
