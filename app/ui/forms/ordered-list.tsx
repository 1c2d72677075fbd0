'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { use, useState } from 'react';
import { FormContext } from './form-context';

export type OrderedItem = { readonly code: string; readonly name: string; readonly detail?: string };

/**
 * Rows in an order that the form sends as codes named `name`: they can be dragged, each with buttons that move it by one
 * and save at once, without scripts too. What was dragged is saved by the button of the form.
 */
export function OrderedList(props: {
  name: string;
  items: readonly OrderedItem[];
  words: { up: Record<string, string>; down: Record<string, string>; drag: Record<string, string> };
}) {
  const { name: field, words } = props;
  const { prefix } = use(FormContext);
  const [items, setItems] = useState(props.items);
  const [dragged, setDragged] = useState<string | null>(null);
  const over = (code: string) => {
    if (dragged === null || dragged === code) return;
    setItems((before) => {
      const moved = before.find((one) => one.code === dragged);
      if (!moved) return before;
      const from = before.indexOf(moved);
      const rest = before.filter((one) => one !== moved);
      const at = rest.findIndex((one) => one.code === code);
      const to = before.findIndex((one) => one.code === code) > from ? at + 1 : at;
      return [...rest.slice(0, to), moved, ...rest.slice(to)];
    });
  };
  return (
    <ol className="mb-4 border-t border-rule" id={`field-${prefix}${field}`} tabIndex={-1}>
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

function Step(props: { name: string; value: string; label: string; isOff: boolean; children: React.ReactNode }) {
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      aria-label={props.label}
      title={props.label}
      disabled={props.isOff}
      className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink disabled:opacity-30 max-sm:size-11"
    >
      {props.children}
    </button>
  );
}
