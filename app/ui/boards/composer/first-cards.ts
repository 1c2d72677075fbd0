import { type BoardCard, type CardKind, firstWidths } from '@/lib/dashboards/boards/words';
import type { BoardChoices } from './catalogue';

/** A new card of a kind, which shows the home unit and the first of what there is to choose from. */
export function firstCard(kind: CardKind, { indicators, schemes, home }: BoardChoices): BoardCard {
  const common = { key: 'c1', width: firstWidths[kind], title: '' };
  const [indicator, scheme] = [indicators[0]?.code ?? '', schemes[0]?.code ?? ''];
  const { unit, group } = home;
  switch (kind) {
    case 'figure':
      return { ...common, kind, indicator, unit };
    case 'trend':
      return { ...common, kind, indicator, units: [unit] };
    case 'bars':
    case 'bump':
      return { ...common, kind, indicator, group };
    case 'heat':
      return { ...common, kind, indicators: [indicator], group };
    case 'ranking':
      return { ...common, kind, scheme, rows: 10 };
    case 'lamps':
    case 'progress':
      return { ...common, kind, unit };
    case 'text':
      return { ...common, kind, text: '' };
  }
}
