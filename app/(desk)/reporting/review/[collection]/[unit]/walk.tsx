import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The position of the figure among the others, with links to its neighbours. */
export function Walk(props: { at: number; of: number; previous: string | null; next: string | null; locale: Locale }) {
  const t = translator(props.locale, 'review');
  const neighbourLink = (href: string | null, label: string) =>
    href ? (
      <a href={`${href}#detail`} data-stay="" className={buttonLook('quiet', 'px-2')}>
        {label}
      </a>
    ) : null;
  return (
    <nav aria-label={t('details')} data-chrome className="mb-1 flex items-center gap-1 text-table text-ink-2">
      <span className="mr-auto">{t('position', { at: props.at + 1, of: props.of })}</span>
      {neighbourLink(props.previous, t('previousFigure'))}
      {neighbourLink(props.next, t('nextFigure'))}
    </nav>
  );
}
