/**
 * A document in which every part without an English name has its Chinese one instead: an author who writes no English need
 * not invent any, and English pages show the Chinese name.
 */
export function withEnglishNames(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withEnglishNames);
  if (typeof json !== 'object' || json === null) return json;
  const filled = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withEnglishNames(value)]));
  const { nameZh, nameEn } = filled;
  const isWithout = nameEn === undefined || (typeof nameEn === 'string' && nameEn.trim() === '');
  return typeof nameZh === 'string' && isWithout ? { ...filled, nameEn: nameZh } : filled;
}
