import { paths, withQuery } from '@/lib/paths';

/** The most figures that one file holds; beyond that the command line exports. */
export const mostInFile = 50_000;

/** The address of all current figures of an indicator, a unit or a document, as a file that an import takes. */
export function figuresFile(choice: { indicator: string } | { unit: string } | { source: string }): string {
  return withQuery(paths.figuresFile, choice);
}
