import { sourcePath } from '@/app/ui/figures/source-path';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

type Props = { readonly note: Annotation; readonly locale: Locale };

/** The document of a note with the place in it; a withdrawn one is marked. */
export function NoteSource({ note: { source, locator }, locale }: Props) {
  if (!source) return null;
  return (
    <>
      <a href={sourcePath(source.code)} className="underline hover:text-sea">
        {marked(source.title, locale)}
      </a>
      {locator !== '' && <> {marked(locator, locale)}</>}{' '}
      <WithdrawnSource citation={{ sourceWithdrawn: source.withdrawnReason }} locale={locale} />
    </>
  );
}

/** The unit and the indicator that a note is about. */
export function NoteSubject({ note: { unit, indicator }, locale }: Props) {
  if (!unit && !indicator) return translator(locale, 'annotations')('aboutAll');
  return (
    <>
      {unit && (
        <a href={paths.unit(unit.code)} className="mr-2 underline hover:text-sea">
          {markedName(unit, locale)}
        </a>
      )}
      {indicator && (
        <a href={paths.indicator(indicator.code)} className="underline hover:text-sea">
          {markedName(indicator, locale)}
        </a>
      )}
      {unit?.isDemonstration && (
        <span className="ml-2">
          <DemonstrationTag locale={locale} />
        </span>
      )}
    </>
  );
}
