import type { Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';

/** A figure that was found by its digits, with what it is of. */
export type NumberFound = PrintedFigure & {
  readonly periodCode: string;
  readonly unit: Named;
  readonly indicator: Named & { readonly unitZh: string; readonly unitEn: string; readonly measure: Measure };
};
