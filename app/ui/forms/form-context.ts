'use client';

import { createContext } from 'react';
import type { FieldMessage } from './form-state';

/** The form's last answer, for its fields. */
export const FormContext = createContext<{
  values: Readonly<Record<string, string>>;
  faults: readonly FieldMessage[];
  /** Changes with every answer, so that a field is renewed with the typed value. */
  key: string;
  /** Prefixes the ids of the fields, where a page has several forms. */
  prefix: string;
}>({ values: {}, faults: [], key: '', prefix: '' });
