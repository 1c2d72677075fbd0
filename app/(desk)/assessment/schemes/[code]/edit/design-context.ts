'use client';

import { createContext, use } from 'react';
import type { Edit } from '@/lib/assessment/schemes/designer/edit-document';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';

export type Design = {
  readonly document: unknown;
  readonly edit: (edit: Edit) => void;
  /** Faults by the written path of their field. */
  readonly faults: ReadonlyMap<string, string>;
  readonly catalogue: SchemeCatalogue;
  readonly t: ReturnType<typeof partTranslator<'schemes'>>;
  readonly m: ReturnType<typeof partTranslator<'methods'>>;
  readonly locale: Locale;
};

/**
 * The part of the design that stays the same while the draft is typed, so that the rows of a long tree are not rendered
 * again at every key.
 */
export type Tools = Pick<Design, 'edit' | 't' | 'locale'> & { readonly latest: () => unknown };

export const DesignContext = createContext<Design | null>(null);
export const ToolsContext = createContext<Tools | null>(null);

/** The draft in the designer, for its components. */
export function useDesign(): Design {
  const design = use(DesignContext);
  if (!design) throw new Error('a part of the designer stands outside of it');
  return design;
}

/** The tools that edit the draft; using them does not render a component again when the draft changes. */
export function useTools(): Tools {
  const tools = use(ToolsContext);
  if (!tools) throw new Error('a part of the designer stands outside of it');
  return tools;
}
