import type { Name } from '@/lib/i18n/words';
import { givenNames } from './given-names';

const given: readonly Name[] = Object.values(givenNames);

/**
 * A document in which every part without an English name has its Chinese one instead: an author who writes no English need
 * not invent any, and English pages show the Chinese name. The English name that a new part was given is none once its
 * Chinese name is another.
 */
export function withEnglishNames(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withEnglishNames);
  if (typeof json !== 'object' || json === null) return json;
  const filled = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withEnglishNames(value)]));
  const { nameZh, nameEn } = filled;
  const isLeft = given.some((one) => one.nameEn === nameEn && one.nameZh !== nameZh);
  const isWithout = isLeft || nameEn === undefined || (typeof nameEn === 'string' && nameEn.trim() === '');
  return typeof nameZh === 'string' && isWithout ? { ...filled, nameEn: nameZh } : filled;
}
