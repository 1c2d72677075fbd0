import { paths, withQuery } from '@/lib/paths';

/** The most figures in one file; the command line exports more. */
export const mostInFile = 50_000;

/** The address of a file with all current figures of an indicator, a unit or a document, as an import takes it. */
export function figuresFile(choice: { indicator: string } | { unit: string } | { source: string }): string {
  return withQuery(paths.figuresFile, choice);
}
