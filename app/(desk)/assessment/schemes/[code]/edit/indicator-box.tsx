'use client';

import type { Path } from '@/lib/assessment/schemes/designer/edit-document';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { useDesign } from './design-context';
import { ChoiceBox } from './design-fields';

/** An indicator of the catalogue, by topic, with its unit of measure. */
export function IndicatorBox(props: {
  path: Path;
  label: string;
  none?: string;
  onChoose?: (code: string | null) => void;
}) {
  const { catalogue, locale, t } = useDesign();
  const topics = new Map(catalogue.topics.map((topic) => [topic.code, nameOf(topic, locale)]));
  return (
    <ChoiceBox
      {...props}
      options={catalogue.indicators.map((one) => ({
        value: one.code,
        label: t('design.indicatorOption', { name: nameOf(one, locale), unit: unitOf(one, locale) }),
        group: topics.get(one.topic) ?? one.topic,
      }))}
    />
  );
}
