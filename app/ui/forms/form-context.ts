'use client';

import { createContext } from 'react';
import type { FieldMessage } from './form-state';

/** What the fields of a form need of its last answer. */
export const FormContext = createContext<{
  values: Readonly<Record<string, string>>;
  faults: readonly FieldMessage[];
  /** Another one for every answer: a field begins anew with what was typed. */
  key: string;
  /** Sets the ids of its fields apart, where a page has several forms. */
  prefix: string;
}>({ values: {}, faults: [], key: '', prefix: '' });
