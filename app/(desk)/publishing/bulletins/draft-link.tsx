import { buttonLook } from '@/app/ui/primitives/button';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import type { Source } from '@/lib/publishing/bulletins/sources';

/** A link to draft a document on a source, for who may. */
export function DraftLink({ principal, on, locale }: { principal: Principal; on: Source; locale: Locale }) {
  if (!maySee(principal.role, 'manageBulletins')) return null;
  return (
    <a href={withQuery(paths.newBulletin, on)} className={buttonLook('outline')}>
      {translator(locale, 'bulletins')('create')}
    </a>
  );
}
