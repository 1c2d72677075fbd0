import type { Name } from '@/lib/i18n/words';

/** The name of what an event mentions by code; a run and an entry of the ledger have a period. */
export type SubjectName = Name & { readonly periodCode: string };
