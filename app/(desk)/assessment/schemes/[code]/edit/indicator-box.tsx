'use client';

import { at, type Path } from '@/lib/assessment/schemes/designer/edit-document';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { useDesign } from './design-context';
import { ChoiceBox } from './design-fields';

/** An indicator of the catalogue, by topic, with its unit of measure; a retired one only where it is chosen already. */
export function IndicatorBox(props: {
  path: Path;
  label: string;
  none?: string;
  onChoose?: (code: string | null) => void;
}) {
  const { document, catalogue, locale, t } = useDesign();
  const chosen = at(document, props.path);
  const offered = catalogue.indicators.filter(({ code, isRetired }) => !isRetired || code === chosen);
  const topics = new Map(catalogue.topics.map((topic) => [topic.code, nameOf(topic, locale)]));
  return (
    <ChoiceBox
      {...props}
      options={offered.map((one) => ({
        value: one.code,
        label: t('design.indicatorOption', { name: nameOf(one, locale), unit: unitOf(one, locale) }),
        group: topics.get(one.topic) ?? one.topic,
      }))}
    />
  );
}
