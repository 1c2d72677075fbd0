import { Badge } from '@/app/ui/primitives/badge';
import type { RunState } from '@/lib/assessment/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const tones = { trial: 'plain', approved: 'gold', published: 'sea', superseded: 'plain' } as const;

/** 试算, 审定, 已发布, 已被取代: the state of a run. */
export function RunStateTag({ state, locale }: { state: RunState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'runs')(`states.${state}`)}</Badge>;
}

/** The tags of an example and of invented data. */
export function RunTags(props: { isExample: boolean; isDemonstration: boolean; locale: Locale }) {
  const t = translator(props.locale, 'runs');
  return (
    <>
      {props.isExample && <Badge tone="gold">{t('example')}</Badge>}{' '}
      {props.isDemonstration && <Badge tone="gold">{t('demonstration')}</Badge>}
    </>
  );
}
