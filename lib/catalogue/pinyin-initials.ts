import { pinyin } from 'pinyin-pro';

/** Pinyin initials of a Chinese name, lower case, for search: 地区生产总值 → `dqsczz`. Latin letters and digits stay. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9.]/g, '');
}
