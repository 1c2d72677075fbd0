import { derivedSource } from '@/lib/observations/derived/words';
import type { Citation } from '@/lib/observations/words';

/** Whether somebody may take more figures out of the document of a citation: not of a withdrawn or the computed one. */
export const isCitable = ({ sourceCode, sourceWithdrawn }: Pick<Citation, 'sourceCode' | 'sourceWithdrawn'>): boolean =>
  sourceWithdrawn === null && sourceCode !== derivedSource;
