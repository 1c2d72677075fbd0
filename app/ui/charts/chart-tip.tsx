import { clsx } from 'clsx';

export type TipRow = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** A text colour class for the mark before the name. */
  readonly mark?: string | undefined;
  readonly strong?: boolean | undefined;
};

/** The tooltip of a point: a heading and its figures, each as the page writes it. */
export function ChartTip({ title, rows }: { title?: string; rows: readonly TipRow[] }) {
  return (
    <div className="max-w-72 rounded-md border border-rule bg-card px-3 py-2 text-[13px] leading-5 text-ink shadow-md">
      {title && <p className="text-ink-2">{title}</p>}
      {rows.map(({ key, label, text, mark, strong }) => (
        <p key={key} className={clsx('flex items-center gap-2', strong && 'font-semibold')}>
          {mark && <span aria-hidden className={clsx('h-0.5 w-2.5 shrink-0 bg-current', mark)} />}
          <span className="min-w-0 grow truncate">{label}</span>
          <span className="pl-3">{text}</span>
        </p>
      ))}
    </div>
  );
}

/** The rows around the highlighted one when there are too many: two before it, two after it, and the focal one. */
export function rowsAround<Row extends { readonly key: string }>(
  rows: readonly Row[],
  front: string | null,
  focal: string | undefined,
): readonly Row[] {
  if (rows.length <= 7) return rows;
  const at = rows.findIndex(({ key }) => key === (front ?? focal));
  const from = Math.max(0, Math.min(at - 2, rows.length - 5));
  return rows.filter(({ key }, index) => key === focal || (index >= from && index < from + 5));
}
