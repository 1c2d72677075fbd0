import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Vintage } from '@/lib/observations/words';

/** 快报, 初步, 核定 or 最终. */
export function VintageTag({ vintage, locale }: { vintage: Vintage; locale: Locale }) {
  return <Badge tone={vintage === 'final' ? 'sea' : 'plain'}>{translator(locale, 'figures')(vintage)}</Badge>;
}
