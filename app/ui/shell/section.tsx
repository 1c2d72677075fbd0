import type { ReactNode } from 'react';

/** A part of a page under a hairline. */
export function Section(props: {
  title: ReactNode;
  id?: string;
  note?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const heading = props.id && `${props.id}-heading`;
  return (
    <section id={props.id} aria-labelledby={heading} className={props.className ?? 'mt-8 print:mt-3'}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t-2 border-ink pt-2 print:mb-1 print:pt-1">
        <h2 id={heading} className="text-lg leading-7 font-semibold print:text-sm print:leading-5">
          {props.title}
        </h2>
        {props.note && <p className="text-table text-ink-2">{props.note}</p>}
        {props.actions && (
          <div data-chrome className="ml-auto max-w-full min-w-0">
            {props.actions}
          </div>
        )}
      </div>
      {props.children}
    </section>
  );
}
