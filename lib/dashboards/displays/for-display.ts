import type { CardBody } from '@/lib/dashboards/boards/cards/card-view';

/** The rows that fit a wall at 20 px: more would run out of the screen. */
const most = { bars: 11, ranking: 9, heat: 7, lamps: 5, progress: 7 } as const;

type Cut = { readonly body: CardBody; readonly of: number; readonly count: number };

/** What of a card fits a wall, its first rows, and how many there are; the same where all of it fits. */
export function forDisplay(body: CardBody): Cut {
  switch (body.kind) {
    case 'chart': {
      if (body.spec.kind !== 'bars') return { body, of: 0, count: 0 };
      const { items } = body.spec;
      const spec = { ...body.spec, items: items.slice(0, most.bars) };
      return { body: { ...body, spec }, of: items.length, count: spec.items.length };
    }
    case 'ranking':
      return cut(body.rows.length, most.ranking, (count) => ({ ...body, rows: body.rows.slice(0, count) }));
    case 'heat':
      return cut(body.of, most.heat, (count) => ({
        ...body,
        units: body.units.slice(0, count),
        of: Math.min(body.of, count),
      }));
    case 'lamps':
    case 'progress':
      return cut(body.lamps.length, most[body.kind], (count) => ({ ...body, lamps: body.lamps.slice(0, count) }));
    default:
      return { body, of: 0, count: 0 };
  }
}

function cut(of: number, limit: number, shown: (count: number) => CardBody): Cut {
  const count = Math.min(of, limit);
  return { body: shown(count), of, count };
}
