'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useState } from 'react';

export type OrderedItem = { readonly code: string; readonly name: string; readonly detail?: string };

/** The words of the buttons and of the handle, by the code of the row. */
export type OrderWords = Readonly<Record<'up' | 'down' | 'drag', Readonly<Record<string, string>>>>;

/** Rows in an order, as codes named `name`: they can be dragged, and each has buttons that move it by one. */
export function OrderedList(props: {
  id: string;
  name: string;
  items: readonly OrderedItem[];
  arrange: (change: (codes: readonly string[]) => readonly string[]) => void;
  words: OrderWords;
}) {
  const { name: field, items, words } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const over = (code: string) => {
    if (dragged !== null && dragged !== code) props.arrange((codes) => draggedOver(codes, dragged, code));
  };
  return (
    <ol className="mb-4 border-t border-rule" id={props.id} tabIndex={-1}>
      {items.map(({ code, name, detail }, at) => (
        <li
          key={code}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(code);
          }}
          onDragOver={(event) => {
            event.preventDefault();
            over(code);
          }}
          onDrop={(event) => event.preventDefault()}
          onDragEnd={() => setDragged(null)}
          className={`flex items-center gap-3 border-b border-rule py-0.5 ${dragged === code ? 'bg-wash' : ''}`}
        >
          <input type="hidden" name={field} value={code} />
          <span title={words.drag[code]} className="cursor-grab text-ink-2 noscript:hidden">
            <GripVertical size={16} aria-hidden="true" />
          </span>
          <span className="w-8 shrink-0 text-right text-ink-2 tabular-nums">{at + 1}</span>
          <span className="min-w-0 flex-1 break-words">
            {name} {detail && <span className="text-xs text-ink-2">{detail}</span>}
          </span>
          <Step name="move" value={`up ${code}`} label={words.up[code] ?? ''} isOff={at === 0}>
            <ArrowUp size={16} aria-hidden="true" />
          </Step>
          <Step name="move" value={`down ${code}`} label={words.down[code] ?? ''} isOff={at === items.length - 1}>
            <ArrowDown size={16} aria-hidden="true" />
          </Step>
        </li>
      ))}
    </ol>
  );
}

/** The order in which a dragged row takes the place of the one that it is over. */
function draggedOver(codes: readonly string[], dragged: string, over: string): readonly string[] {
  const [from, to] = [codes.indexOf(dragged), codes.indexOf(over)];
  if (from < 0 || to < 0) return codes;
  const rest = codes.filter((one) => one !== dragged);
  return [...rest.slice(0, to), dragged, ...rest.slice(to)];
}

function Step(props: { name: string; value: string; label: string; isOff: boolean; children: React.ReactNode }) {
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      aria-label={props.label}
      title={props.label}
      // Not disabled: the cursor of the keyboard stays on the button of a row that reached its end.
      aria-disabled={props.isOff}
      className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink aria-disabled:opacity-30 max-sm:size-11"
    >
      {props.children}
    </button>
  );
}
