import { paths, withQuery } from '@/lib/paths';

/**
 * The address of a document's page, at the line of a figure such as `GDP-2022-320600`. The line is in the query too, by
 * which the server finds its page; the ranks of a document are all on one page.
 */
export function sourcePath(code: string, line?: string): string {
  const path = paths.source(code);
  if (!line) return path;
  return withQuery(path, line.startsWith('rank-') ? {} : { figure: line }, line);
}
