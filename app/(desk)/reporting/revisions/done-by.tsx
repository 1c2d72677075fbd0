import { marked } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Actor } from '@/lib/reporting/revisions/words';

/** Who recorded a value: a person by name for readers who may know it, else the role, or the product. */
export function DoneBy({ actor, locale }: { actor: Actor; locale: Locale }) {
  const t = translator(locale, 'revisions');
  const roleOf = translator(locale, 'access');
  if (actor.kind === 'system') return t('figure.system');
  if (actor.kind === 'role') return actor.role ? roleOf(`roles.${actor.role}`) : t('figure.unknown');
  return (
    <>
      {marked(actor.name, locale)}
      <span className="block text-xs text-ink-2">{roleOf(`roles.${actor.role}`)}</span>
    </>
  );
}
