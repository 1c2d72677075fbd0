import { writtenMoment } from '@/lib/i18n/moments';

/** A citation with the address of the page, or of the part with this id, and the day of today in Shanghai. */
export function fillCitation(text: string, part = ''): string {
  const address = new URL(window.location.href);
  address.hash = part;
  return text.replace('{address}', () => address.href).replace('{day}', () => writtenMoment(new Date()).slice(0, 10));
}
