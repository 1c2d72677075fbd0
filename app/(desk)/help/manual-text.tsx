import { Fragment } from 'react';
import { navItems } from '@/app/ui/shell/nav-items';
import { maySee } from '@/lib/access/permissions';
import type { Role } from '@/lib/access/words';
import { piecesOf } from '@/lib/help/page-words';
import type { Written } from '@/lib/help/words';
import type { Locale } from '@/lib/i18n/words';

/** The room whose name is the message, if the role may enter it. */
function roomOf(key: string, role: Role): string | undefined {
  const [, name] = /^(?:shell|access\.menu)\.(\w+)$/.exec(key) ?? [];
  return navItems.find((item) => item.key === name && maySee(role, item.view))?.href;
}

/** A text of a manual: words of pages are emphasised, and a room that the reader may enter is a link. */
export function ManualText({ written, role, locale }: { written: Written; role: Role; locale: Locale }) {
  return piecesOf(written, locale).map(({ text: piece, key }, at) => {
    const place = `${at} ${piece}`;
    if (!key) return <Fragment key={place}>{piece}</Fragment>;
    const href = roomOf(key, role);
    return (
      <b key={place} className="font-semibold">
        {href ? (
          <a href={href} className="text-sea underline">
            {piece}
          </a>
        ) : (
          piece
        )}
      </b>
    );
  });
}
