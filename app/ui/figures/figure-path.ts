import type { FigureView } from '@/lib/observations/words';
import { paths } from '@/lib/paths';

/** The address of a figure's history page. */
export function figurePath(figure: Pick<FigureView, 'indicatorCode' | 'orgUnitCode' | 'periodCode'>): string {
  return paths.figure(figure.indicatorCode, figure.orgUnitCode, figure.periodCode);
}
