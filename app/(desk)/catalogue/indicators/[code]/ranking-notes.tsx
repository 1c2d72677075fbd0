import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Ranking } from '@/lib/observations/ranking/words';
import { noteTexts } from '@/lib/observations/ranking/written-notes';

/** The most shared places that are noted one by one. */
const mostTies = 10;

/** The notes under a ranking. */
export function RankingNotes({ ranking, locale }: { ranking: Ranking; locale: Locale }) {
  const t = translator(locale, 'indicators');
  const texts = noteTexts(ranking, locale, mostTies);
  if (texts.length === 0) return null;
  return (
    <div className="mt-3 text-xs leading-5 text-ink-2 print:mt-1 print:leading-4">
      <h3 className="sr-only">{t('notes.title')}</h3>
      <ol className="list-decimal space-y-0.5 pl-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </div>
  );
}
