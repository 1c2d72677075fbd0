import { buttonLook } from '@/app/ui/primitives/button';

/** The way through a long list, a page at a time; nothing for a short one. */
export function PageLinks(props: {
  path: string;
  /** The parameters of the address that stay. */
  keep: Readonly<Record<string, string | undefined>>;
  page: number;
  pages: number;
  words: { previous: string; next: string; at: string };
}) {
  const { path, keep, page, pages, words } = props;
  if (pages <= 1) return null;
  const hrefOf = (to: number) => {
    const kept = Object.entries(keep).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
    return `${path}?${new URLSearchParams({ ...Object.fromEntries(kept), page: `${to}` })}`;
  };
  return (
    <nav className="mt-4 flex items-center gap-4 text-table">
      {page > 1 && (
        <a href={hrefOf(page - 1)} className={buttonLook('outline')}>
          {words.previous}
        </a>
      )}
      <span className="text-ink-2">{words.at}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} className={buttonLook('outline')}>
          {words.next}
        </a>
      )}
    </nav>
  );
}
