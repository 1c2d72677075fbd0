import type { FigureView } from '@/lib/observations/words';
import { paths } from '@/lib/paths';

/** The page of one figure: what it is, what it was, and who made it so. */
export function figurePath(figure: Pick<FigureView, 'indicatorCode' | 'orgUnitCode' | 'periodCode'>): string {
  return paths.figure(figure.indicatorCode, figure.orgUnitCode, figure.periodCode);
}
