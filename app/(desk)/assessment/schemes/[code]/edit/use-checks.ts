'use client';

import { useDeferredValue, useMemo } from 'react';
import { blocksPublication, checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { placeOf, writtenFinding } from '@/lib/assessment/schemes/checks/written-finding';
import { withEnglishNames } from '@/lib/assessment/schemes/english-names';
import { readScheme, stepsOf } from '@/lib/assessment/schemes/read-scheme';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import type { Locale } from '@/lib/i18n/words';
import type { Design } from './design-context';

/** A line of the live check list; `isFormal` where the draft cannot even be saved. */
export type CheckLine = {
  readonly path: string;
  readonly where: string;
  readonly text: string;
  readonly isFault: boolean;
  readonly isFormal: boolean;
};

/** The findings about the draft, in the words of the server; recomputed when the browser is idle. */
export function useChecks(
  document: unknown,
  catalogue: SchemeCatalogue,
  { t, m, locale }: Pick<Design, 't' | 'm'> & { locale: Locale },
): CheckLine[] {
  const calm = useDeferredValue(document);
  return useMemo(() => {
    const where = (path: string) => placeOf(path, calm, locale);
    const read = readScheme(withEnglishNames(calm));
    if (!read.ok) {
      return read.faults.map(({ path, key, values }) => ({
        path,
        where: where(path),
        text: t(`faults.${key}`, { ...values, path: fieldName(path, t, m) } as never),
        isFault: true,
        isFormal: true,
      }));
    }
    return checkScheme(read.scheme, catalogue)
      .map((finding) => ({
        path: finding.path,
        where: where(finding.path),
        text: writtenFinding(finding, catalogue, { t, locale }),
        isFault: blocksPublication(finding),
        isFormal: false,
      }))
      .sort((a, b) => Number(b.isFault) - Number(a.isFault));
  }, [calm, catalogue, t, m, locale]);
}

/** The label of a field on the page; its own name without one. */
function fieldName(path: string, t: Design['t'], m: Design['m']): string {
  const name = stepsOf(path).findLast((step) => typeof step === 'string') ?? path;
  if (t.has(`design.${name}` as 'design.weight')) return t(`design.${name}` as 'design.weight');
  for (const room of ['parameters', 'policyNames']) {
    if (m.has(`${room}.${name}` as 'parameters.low')) return m(`${room}.${name}` as 'parameters.low');
  }
  return String(name);
}
