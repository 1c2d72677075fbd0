const printed = /(?:第\s*([0-9０-９]{1,4})\s*页|\bp(?:age|\.)?\s*([0-9]{1,4})\b)/iu;

/** The page of a document that the words of a place name: 第3页, p. 3; null where none is named. */
export function pageInLocator(locator: string): number | null {
  const [, zh, en] = printed.exec(locator.normalize('NFKC')) ?? [];
  const page = Number(zh ?? en ?? 0);
  return page > 0 ? page : null;
}
