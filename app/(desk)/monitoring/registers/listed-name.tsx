import { markedName } from '@/app/ui/primitives/marked';
import type { Locale, Named } from '@/lib/i18n/words';

/** The name of a word of a list by its code; a dash where there is none. */
export function ListedName(props: { items: readonly Named[]; code: string; locale: Locale }) {
  const found = props.items.find(({ code }) => code === props.code);
  return found ? markedName(found, props.locale) : props.code || '—';
}
