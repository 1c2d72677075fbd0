import { usePlotArea, useXAxisScale } from 'recharts';
import { noteTexts } from '@/lib/dashboards/series/note-texts';
import type { ChartNote, ChartTick } from '@/lib/dashboards/series/words';
import { tickSize } from './series-tones';

/**
 * The notes of a chart over time: a band over the periods of a range, an upright line at a day, and above them words or
 * numbers. `lift` is the room in pixels between the plot and the words, `width` that of the whole drawing.
 */
export function NoteMarks(props: {
  notes: readonly ChartNote[];
  ticks: readonly ChartTick[];
  spacing: number;
  width: number;
  lift?: number;
}) {
  const { notes, ticks, spacing, width, lift = 0 } = props;
  const x = useXAxisScale();
  const area = usePlotArea();
  if (!x || !area || notes.length === 0) return null;
  const right = area.x + area.width;
  const spans = notes.flatMap((note) =>
    note.places.flatMap(({ from, to }) => {
      const [first, last] = [x(ticks[from]?.key, { position: 'middle' }), x(ticks[to]?.key, { position: 'middle' })];
      if (first === undefined || last === undefined) return [];
      const start = Math.max(area.x, first - spacing / 2);
      const end = Math.min(right, last + spacing / 2);
      return [{ note, key: `${note.key} ${from}`, start, end, at: note.isRange ? (start + end) / 2 : first }];
    }),
  );
  const texts = noteTexts(
    spans.map(({ note, at }) => ({ mark: note.mark, word: note.word, at })),
    tickSize,
    [0, width],
  );
  return (
    <g data-mark="note" fontSize={tickSize} textAnchor="middle" className="fill-ink-2">
      {spans.map(({ note, key, start, end, at }) =>
        note.isRange ? (
          <rect
            key={key}
            x={start}
            y={area.y - 4 - lift}
            width={end - start}
            height={area.height + 4 + lift}
            className="fill-gold"
            fillOpacity={0.14}
          />
        ) : (
          <line
            key={key}
            x1={at}
            x2={at}
            y1={area.y - 4 - lift}
            y2={area.y + area.height}
            className="stroke-gold"
            strokeWidth={1.25}
          />
        ),
      )}
      {texts.map(({ text, at }) => (
        <text key={`${text} ${at}`} x={at} y={area.y - 8 - lift} stroke="none">
          {text}
        </text>
      ))}
    </g>
  );
}
