'use client';

import { createContext, use } from 'react';
import type { Edit } from '@/lib/assessment/schemes/designer/edit-document';
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

/** What stays the same while the draft is typed, so that the rows of a long tree are not drawn anew at every key. */
export type Tools = Pick<Design, 'edit' | 't' | 'locale'> & { readonly latest: () => unknown };

export const DesignContext = createContext<Design | null>(null);
export const ToolsContext = createContext<Tools | null>(null);

/** The draft that is being designed, for the parts of the designer. */
export function useDesign(): Design {
  const design = use(DesignContext);
  if (!design) throw new Error('a part of the designer stands outside of it');
  return design;
}

/** What acts on the draft, without being drawn anew when it changes. */
export function useTools(): Tools {
  const tools = use(ToolsContext);
  if (!tools) throw new Error('a part of the designer stands outside of it');
  return tools;
}
