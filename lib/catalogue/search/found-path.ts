import type { FoundKind } from '@/lib/catalogue/search/words';
import { paths } from '@/lib/paths';

/** The page of what was found, by its code. */
export const foundPath: Record<FoundKind, (code: string) => string> = {
  indicator: paths.indicator,
  unit: paths.unit,
  source: paths.source,
};
