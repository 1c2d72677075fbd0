import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The first lines of a text whose encoding was guessed, for a person to check. */
export function EncodingCheck(props: { bytes: Uint8Array; encoding: string; locale: Locale }) {
  const t = translator(props.locale, 'imports');
  // The last line is left out, since it may be cut off in the middle of a character.
  const lines = new TextDecoder(props.encoding).decode(props.bytes).split(/\r?\n/);
  const shown = lines.slice(0, Math.max(1, Math.min(5, lines.length - 1)));
  return (
    <Section title={t('preview.encodingTitle')} id="encoding">
      <p className="mb-2 text-table text-ink-2">{t('preview.encoding', { encoding: props.encoding.toUpperCase() })}</p>
      <pre
        role="region"
        aria-label={t('preview.encodingCaption')}
        tabIndex={0}
        className="max-w-full overflow-x-auto rounded-md border border-rule bg-card px-3 py-2 font-sans text-table leading-6"
      >
        {shown.join('\n')}
      </pre>
    </Section>
  );
}
