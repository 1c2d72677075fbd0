'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What a file is answered, which takes the focus: a heading in the colour of its outcome, and what follows. */
export function FileAnswer(props: {
  id: string;
  isFaulty: boolean;
  title: string;
  className: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} aria-labelledby={props.id} className={`${props.className} outline-offset-4`}>
      <h2
        id={props.id}
        className={`border-l-2 pl-3 text-lg font-semibold ${props.isFaulty ? 'border-vermilion' : 'border-sea'}`}
      >
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

/** The rows that an answer lists, in words. */
export function AnswerTable(props: {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  caption?: string;
  cellClassName?: string | undefined;
  /** What stands in a cell instead of its words alone. */
  written?: (cell: string) => ReactNode;
}) {
  const { columns, rows, caption, cellClassName, written = (cell) => cell } = props;
  return (
    <table className="data-table">
      {caption && <caption className="sr-only">{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, at) => (
              <td key={columns[at]} className={cellClassName}>
                {written(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
