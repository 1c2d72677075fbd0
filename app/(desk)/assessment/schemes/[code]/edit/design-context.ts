'use client';

import { createContext, use } from 'react';
import type { Edit, Path } from '@/lib/assessment/schemes/designer/edit-document';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';

export type Design = {
  readonly document: unknown;
  readonly edit: (edit: Edit) => void;
  /** What is wrong with a field, by its written path. */
  readonly faults: ReadonlyMap<string, string>;
  readonly catalogue: SchemeCatalogue;
  readonly t: ReturnType<typeof partTranslator<'schemes'>>;
  readonly m: ReturnType<typeof partTranslator<'methods'>>;
  readonly locale: Locale;
};

export const DesignContext = createContext<Design | null>(null);

/** The draft that is being designed, for the parts of the designer. */
export function useDesign(): Design {
  const design = use(DesignContext);
  if (!design) throw new Error('a part of the designer stands outside of it');
  return design;
}

/** The path of a part that a document of any shape may have there. */
export const inside = (path: Path, ...steps: Path): Path => [...path, ...steps];
