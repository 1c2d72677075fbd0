import { markedName } from '@/app/ui/primitives/marked';
import type { UnitHead } from '@/lib/catalogue/units/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** Predecessors, successors, and former names of the unit, with a note on how the date is known. */
export function Successions({ unit, locale }: { unit: UnitHead; locale: Locale }) {
  const t = translator(locale, 'units');
  const former = formerSentences(unit, locale);
  if (unit.successions.length + former.length === 0) return null;
  const link = (other: Named) => (
    <a href={paths.unit(other.code)} className="text-sea underline">
      {markedName(other, locale)}
    </a>
  );
  return (
    <ul className="mb-6 border-l-2 border-sea bg-card px-3 py-2 text-table">
      {unit.successions.map((one) => {
        const became = one.predecessor.code === unit.code;
        const other = became ? one.successor : one.predecessor;
        const sentence = became
          ? t(`becameBy.${one.kind}`, { date: one.happenedOn, successor: '\u0000' })
          : t('cameFrom', { date: one.happenedOn, predecessor: '\u0000', kind: one.kind });
        const [before, after] = sentence.split('\u0000');
        return (
          <li key={other.code} className="leading-6">
            {before}
            {link(other)}
            {after}
            <span className="text-ink-2">
              {locale === 'en' ? '. ' : '。'}
              {locale === 'en' ? one.noteEn : one.noteZh}
            </span>
          </li>
        );
      })}
      {former.map((sentence) => (
        <li key={sentence} className="leading-6">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** What the unit was called and to whom it belonged, where that changed: each row against the next later one. */
function formerSentences(unit: UnitHead, locale: Locale): string[] {
  const t = translator(locale, 'units');
  return unit.former.flatMap((one, at) => {
    const later = unit.former[at - 1] ?? unit;
    const until = one.validTo;
    return [
      ...(one.nameZh === later.nameZh ? [] : [t('formerly', { until, name: nameOf(one, locale) })]),
      ...(one.parent === null || one.parent.code === later.parent?.code
        ? []
        : [t('formerParent', { until, parent: nameOf(one.parent, locale) })]),
    ];
  });
}
