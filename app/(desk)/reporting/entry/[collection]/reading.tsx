'use client';

import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import type { FigureReading } from '@/lib/reporting/words';
import type { GridWords } from './entry-grid';

/**
 * The parsed meaning of a typed text that is no plain number: a converted number, a qualifier, an absence, or a fault.
 */
export function Reading(props: { reading: FigureReading; unit: string; rooms: GridWords; locale: Locale }) {
  const { reading, rooms, locale } = props;
  const t = partTranslator(locale, rooms, 'entry');
  if (reading.kind === 'fault') {
    return <span className="entry-reading text-vermilion">{t(`readingFaults.${reading.fault}`)}</span>;
  }
  if (reading.kind === 'absent') {
    if (reading.absence === 'blank') return null;
    return (
      <span className="entry-reading">{partTranslator(locale, rooms, 'reporting')(`absences.${reading.absence}`)}</span>
    );
  }
  if (!reading.isConverted && reading.qualifier === 'exact') return null;
  return (
    <span className="entry-reading">{t('readAs', { text: `${writtenText(reading, locale)} ${props.unit}` })}</span>
  );
}
