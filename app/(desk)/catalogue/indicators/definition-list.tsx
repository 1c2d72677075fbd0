import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import type { DefinitionView } from '@/lib/catalogue/indicators/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Definitions of an indicator with the days from which they hold; `first` is the day of the first of all. */
export function DefinitionList(props: {
  definitions: readonly DefinitionView[];
  first: string | undefined;
  locale: Locale;
}) {
  const { definitions, first, locale } = props;
  const c = translator(locale, 'catalogue');
  const en = locale === 'en';
  return (
    <ol className="text-table">
      {definitions.map((one) => {
        const formula = en ? one.formulaEn : one.formulaZh;
        return (
          <li key={one.validFrom} className="border-t border-rule py-2 first:border-t-0">
            <p className="mb-1 flex flex-wrap items-center gap-2 text-ink-2">
              {c('definition.from', { day: one.validFrom })}
              {one.validFrom !== first && (
                <Badge tone={one.isBreak ? 'gold' : 'plain'}>
                  {c(one.isBreak ? 'definition.scope' : 'definition.words')}
                </Badge>
              )}
            </p>
            <p className="whitespace-pre-line">{en ? one.definitionEn : one.definitionZh}</p>
            {formula && <p className="mt-1 whitespace-pre-line text-ink-2">{c('definition.formulaIs', { formula })}</p>}
            <DefinitionReason reason={one.reason} locale={locale} />
          </li>
        );
      })}
    </ol>
  );
}

/** Why a definition replaced the one before; nothing where no reason was stored. */
export function DefinitionReason({ reason, locale }: { reason: string; locale: Locale }) {
  if (reason === '') return null;
  const said = translator(locale, 'catalogue')('definition.because', { reason });
  return <p className="mt-1 break-words whitespace-pre-line text-ink-2">{marked(said, locale)}</p>;
}
