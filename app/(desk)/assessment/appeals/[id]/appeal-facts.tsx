import type { ReactNode } from 'react';
import { StateMark } from '@/app/(desk)/assessment/appeals/state-mark';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { FactList } from '@/app/ui/tables/fact-list';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { AppealView } from '@/lib/assessment/appeals/page/words';
import { unknownRemedy, writtenItems, writtenRemedy, writtenResult } from '@/lib/assessment/appeals/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

type Props = { view: AppealView; principal: Principal; locale: Locale };

/** What a unit appeals about, why, what it asks for, and what was decided. */
export function AppealFacts(props: Props) {
  const { view, locale } = props;
  const t = translator(locale, 'appeals');
  const link = (href: string, words: ReactNode) => (
    <a href={href} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
      {words}
    </a>
  );
  const lines = (words: string) => <span className="whitespace-pre-line">{marked(words, locale)}</span>;
  return (
    <FactList
      facts={[
        [t('page.facts.state'), <StateMark key="state" state={view.state} locale={locale} />],
        [t('page.facts.unit'), markedName(view.named, locale)],
        [
          t('page.facts.result'),
          <span key="result" className="flex flex-wrap gap-x-4">
            {link(withQuery(paths.rankings, { run: view.run }), marked(writtenResult(view.result, locale), locale))}
            {link(paths.explanation(view.run, view.unit), t('page.card'))}
          </span>,
        ],
        [t('page.facts.about'), marked(writtenItems(view.items, locale), locale)],
        [t('page.facts.grounds'), lines(view.grounds)],
        [t('page.facts.asks'), lines(view.asks)],
        [t('page.facts.outcome'), view.outcome && <b key="outcome">{t(`outcomes.${view.outcome}`)}</b>],
        [
          t('page.facts.review'),
          view.state === 'decided' && view.reviewUntil ? t('page.reviewUntil', { day: view.reviewUntil }) : null,
        ],
        [t('page.facts.remedy'), view.remedy && <RemedyOf key="remedy" {...props} />],
      ]}
    />
  );
}

/** What the appeal led to; the ledger is a link for those who see it. */
function RemedyOf({ view, principal, locale }: Props) {
  const { remedy, settled } = view;
  if (!remedy) return null;
  const words = marked(writtenRemedy(settled ?? unknownRemedy(remedy), locale), locale);
  const href =
    remedy.kind === 'run'
      ? withQuery(paths.rankings, { run: remedy.id })
      : remedy.kind === 'figure'
        ? paths.figure(remedy.indicator, view.unit, remedy.period)
        : maySee(principal.role, 'ledger')
          ? withQuery(paths.ledger, { unit: view.unit })
          : null;
  if (href === null) return words;
  return (
    <a href={href} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
      {words}
    </a>
  );
}
