'use client';

import { useEffect, useState } from 'react';
import { Spoken } from '@/app/ui/primitives/spoken';
import { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import type { ReadingFault as FaultKind, FigureReading } from '@/lib/reporting/words';
import type { GridWords } from './entry-grid';

/** Milliseconds without a key after which a fault is shown while one types. */
const pause = 800;

/**
 * The fault of a typed text, shown and said once nothing has been typed for a moment, and gone as soon as it is mended:
 * half a number is no fault yet, and no key is commented upon.
 */
export function ReadingFault(props: { typed: string; fault: FaultKind | null; rooms: GridWords; locale: Locale }) {
  const { typed, fault, rooms, locale } = props;
  const [settled, setSettled] = useState(fault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the pause anew
  useEffect(() => {
    const timer = setTimeout(() => setSettled(fault), pause);
    return () => clearTimeout(timer);
  }, [typed, fault]);
  return (
    <span aria-live="polite" className="entry-reading text-vermilion">
      <Spoken
        words={fault !== null && fault === settled && partTranslator(locale, rooms, 'entry')(`readingFaults.${fault}`)}
      />
    </span>
  );
}

/** The parsed meaning of a typed text that is no plain number: a converted number, a qualifier, or an absence. */
export function Reading(props: { reading: FigureReading; unit: string; rooms: GridWords; locale: Locale }) {
  const { reading, rooms, locale } = props;
  const t = partTranslator(locale, rooms, 'entry');
  if (reading.kind === 'fault') return null;
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
