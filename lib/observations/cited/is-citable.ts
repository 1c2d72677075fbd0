import { isOwnSource } from '@/lib/observations/cited/own-source';
import type { Citation } from '@/lib/observations/words';

/** Whether somebody may take more figures out of the document of a citation: not of a withdrawn or one of the product's own. */
export const isCitable = ({ sourceCode, sourceWithdrawn }: Pick<Citation, 'sourceCode' | 'sourceWithdrawn'>): boolean =>
  sourceWithdrawn === null && !isOwnSource(sourceCode);
