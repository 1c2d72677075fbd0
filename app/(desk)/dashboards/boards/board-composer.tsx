import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { CardContent } from '@/app/ui/boards/card-content';
import type { BoardChoices } from '@/app/ui/boards/composer/catalogue';
import { Composer } from '@/app/ui/boards/composer/composer';
import { PageHeader } from '@/app/ui/shell/page-header';
import type { Principal } from '@/lib/access/principal';
import { schemesAmong } from '@/lib/assessment/rankings/choose-run';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { boardData } from '@/lib/dashboards/boards/cards/queries';
import { viewOf } from '@/lib/dashboards/boards/cards/view-of';
import { askedCard } from '@/lib/dashboards/boards/document';
import { boardGroups, boardList } from '@/lib/dashboards/boards/queries';
import { type Board, noFilter } from '@/lib/dashboards/boards/words';
import { comparableChoices } from '@/lib/dashboards/compare/queries';
import { roomsFor, translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { create, edit } from './actions';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

async function choicesFor(principal: Principal): Promise<BoardChoices> {
  const [{ units, indicators, topics }, groups, runs, { settings }] = await Promise.all([
    comparableChoices(principal),
    boardGroups(principal),
    publishedRuns(principal),
    currentPlace(),
  ]);
  const home = [principal.unitCode, ...settings.homeUnits, units[0]?.code].find((code) =>
    units.some((unit) => unit.code === code),
  );
  return {
    topics,
    indicators: indicators.map(({ topicCode: topic, code, nameZh, nameEn, unitZh, unitEn }) => ({
      ...{ code, nameZh, nameEn, topic, unitZh, unitEn },
    })),
    units: units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
    groups,
    schemes: schemesAmong(runs).map(({ schemeCode: code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
    home: { unit: home ?? '', group: groups[0]?.code ?? '' },
  };
}

/** The composer of a board, or of a new one, with the card that its address asks to put on it. */
export async function BoardComposer(props: { principal: Principal; board: Board | null; asked: Asked }) {
  const { principal, board, asked } = props;
  const locale = await currentLocale();
  const t = translator(locale, 'boards');
  const added = askedCard(asked, 'c1');
  const document = board?.document ?? { title: t('composer.firstName'), lead: '', cards: [] };
  const [choices, data, own, { settings }] = await Promise.all([
    choicesFor(principal),
    boardData(principal, document.cards, noFilter),
    added ? boardList(principal, { page: 1, only: 'own' }) : null,
    currentPlace(),
  ]);
  const look = { data, filter: noFilter, home: settings.homeUnits, locale };
  const query = Object.entries(asked).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const others = (own?.boards ?? [])
    .filter(({ id }) => id !== board?.id)
    .slice(0, 5)
    .map(({ id, title }) => ({ title, href: withQuery(paths.boardComposer(id), query) }));
  const anotherNew = { title: t('composer.anotherNew'), href: withQuery(paths.newBoard, query) };
  const title = t(board ? 'composer.title' : 'composer.newTitle');
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[
          { label: t('title'), href: paths.boards },
          ...(board ? [{ label: board.title, href: paths.board(board.id) }] : []),
        ]}
      />
      <noscript>
        <p className="my-4 border-l-2 border-gold bg-card px-3 py-2">{t('composer.noScripts')}</p>
      </noscript>
      <Composer
        key={board?.version ?? 'new'}
        board={board && { id: board.id, version: board.version }}
        document={document}
        added={added}
        others={[...others, ...(board ? [anotherNew] : [])]}
        shown={Object.fromEntries(
          document.cards.map((card) => [
            card.key,
            <CardContent key={card.key} view={viewOf(card, look)} id={card.key} locale={locale} />,
          ]),
        )}
        choices={choices}
        save={board ? edit : create}
        rooms={roomsFor(locale, 'boards')}
        locale={locale}
      />
    </>
  );
}
