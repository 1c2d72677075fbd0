import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The tags of a scheme that is an example, or about fictional units. */
export function SchemeTags(props: { isExample: boolean; isDemonstration: boolean; locale: Locale }) {
  const t = translator(props.locale, 'schemes');
  return (
    <>
      {props.isExample && <Badge tone="gold">{t('example')}</Badge>}
      {props.isDemonstration && <Badge tone="gold">{t('demonstration')}</Badge>}
    </>
  );
}
