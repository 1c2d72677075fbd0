import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type Mapping, ownMeasure } from '@/lib/reporting/mapping/words';

/** Says in which unit of measure figures are read that state none; nothing where they are not read. */
export function MeasureNotice({ mapping: { measure }, locale }: { mapping: Mapping; locale: Locale }) {
  const t = translator(locale, 'mapping');
  if (measure === null) return null;
  return (
    <Notice>
      {measure === ownMeasure ? t('notice.measureOwn') : marked(t('notice.measure', { unit: measure }), locale)}
    </Notice>
  );
}
