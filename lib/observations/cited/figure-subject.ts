import type { ReadCited } from '@/lib/observations/cited/words';

/** A figure as a subject of the trail. */
export function figureSubject(of: Pick<ReadCited, 'indicatorCode' | 'orgUnitCode' | 'periodCode'>): string {
  return `figure/${of.indicatorCode}/${of.orgUnitCode}/${of.periodCode}`;
}
