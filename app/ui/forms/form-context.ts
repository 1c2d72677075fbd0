'use client';

import { createContext } from 'react';

/** What the fields of a form need of its last answer. */
export const FormContext = createContext<{
  values: Readonly<Record<string, string>>;
  fault: { readonly field: string; readonly message: string } | null;
  /** Another one for every answer: a field begins anew with what was typed. */
  key: string;
  /** Sets the ids of its fields apart, where a page has several forms. */
  prefix: string;
}>({ values: {}, fault: null, key: '', prefix: '' });
