import type { FoundKind } from '@/lib/catalogue/search/words';
import { paths } from '@/lib/paths';

/** The page of what was found, by its code; that of a page is its address. */
export const foundPath: Record<FoundKind, (code: string) => string> = {
  page: (address) => address,
  indicator: paths.indicator,
  unit: paths.unit,
  scheme: paths.scheme,
  source: paths.source,
};
