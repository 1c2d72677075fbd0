import { clsx } from 'clsx';

const base =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md px-3 text-sm whitespace-nowrap transition-colors duration-100 max-sm:min-h-11';
const tones = {
  primary: 'bg-sea text-on-sea hover:opacity-90',
  outline: 'border border-rule bg-card text-ink hover:bg-hover',
  danger: 'border border-vermilion bg-card text-vermilion hover:bg-hover',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink',
};

/** The classes of a button, for `<button>`, `<a>` and `<Link>` alike. */
export function buttonLook(tone: keyof typeof tones = 'outline', extra?: string): string {
  return clsx(base, tones[tone], extra);
}
