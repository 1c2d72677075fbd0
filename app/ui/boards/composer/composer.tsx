'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { BoardGrid } from '@/app/ui/boards/board-grid';
import { DraftNotice } from '@/app/ui/forms/draft-notice';
import { type FormAction, freshForm } from '@/app/ui/forms/form-state';
import { usePageOwner } from '@/app/ui/forms/page-owner';
import { useKeptDesign } from '@/app/ui/forms/use-kept-design';
import { useLeaveGuard } from '@/app/ui/forms/use-leave-guard';
import { buttonLook } from '@/app/ui/primitives/button';
import { Spoken } from '@/app/ui/primitives/spoken';
import { ownerField } from '@/lib/access/words';
import { composed, composing } from '@/lib/dashboards/boards/compose';
import { Card } from '@/lib/dashboards/boards/document';
import { type BoardCard, type BoardDocument, type CardKind, cardKinds, limits } from '@/lib/dashboards/boards/words';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { type BoardChoices, cardName } from './catalogue';
import { type CardStep, ComposerCard } from './composer-card';
import { firstCard } from './first-cards';

type Saved = { readonly id: string };

/** The mark of what a card shows, whatever its place and width. */
const contentOf = ({ key: _, width: __, ...content }: BoardCard) => JSON.stringify(content);

/**
 * A board while it is composed, by pointer or by keys alone. Nothing is sent before it is saved; each step can be undone.
 * `shown` holds the content of the saved cards by their keys.
 */
export function Composer(props: {
  board: { readonly id: string; readonly version: number } | null;
  document: BoardDocument;
  /** A card that another page asks to put on the board. */
  added: BoardCard | null;
  others: readonly { readonly title: string; readonly href: string }[];
  shown: Readonly<Record<string, ReactNode>>;
  choices: BoardChoices;
  save: FormAction<Saved>;
  rooms: Rooms<'boards'>;
  locale: Locale;
}) {
  const { board, choices, rooms, locale, added } = props;
  const router = useRouter();
  const owner = usePageOwner();
  const t = useMemo(() => partTranslator(locale, rooms, 'boards'), [locale, rooms]);
  const [state, step] = useReducer(composed, props.document, (document) =>
    added ? composed(composing(document), { do: 'add', card: added }) : composing(document),
  );
  const { title, lead, cards } = state.now;
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState('');
  const dragged = useRef<string | null>(null);
  const isDirty = state.now !== props.document && !saving;
  useLeaveGuard(isDirty, t('composer.leave'));
  const version = board?.version ?? 0;
  const offer = useKeptDesign(
    `board ${board?.id ?? 'new'}`,
    { document: state.now, note: '', version, isDirty },
    (kept) => step({ do: 'restore', document: kept.document as BoardDocument }),
  );
  const saved = new Map(props.document.cards.map((card) => [card.key, contentOf(card)]));
  const faulty = refused === '' ? [] : cards.filter((card) => !Card.safeParse(card).success).map(({ key }) => key);
  const nameOf = (card: BoardCard) => cardName(card, choices, t, locale);

  // The handle of a card that moved, and the first field of one that was opened, have the focus after the page is drawn.
  const focus = (selector: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());

  function add(kind: CardKind) {
    if (cards.length >= limits.cards) return setSaid(t('composer.most', { most: limits.cards }));
    const next = composed(state, { do: 'add', card: firstCard(kind, choices) });
    const card = next.now.cards.at(-1);
    step({ do: 'add', card: firstCard(kind, choices) });
    if (!card) return;
    setOpen(card.key);
    setSaid(t('composer.said.added', { card: nameOf(card), at: next.now.cards.length }));
    focus(`#settings-${card.key} :is(select, input, textarea)`);
  }

  function take(card: BoardCard, wanted: CardStep) {
    const at = cards.indexOf(card);
    const handle = `#handle-${card.key}`;
    if (wanted === 'open') {
      setOpen(card.key);
      return focus(`#settings-${card.key} :is(select, input, textarea)`);
    }
    if (wanted === 'close') {
      setOpen(null);
      return focus(handle);
    }
    if (wanted === 'remove') {
      step({ do: 'remove', key: card.key });
      setSaid(t('composer.said.removed', { card: nameOf(card) }));
      const beside = cards[at + 1] ?? cards[at - 1];
      return focus(beside ? `#handle-${beside.key}` : '#composer-add button');
    }
    if (wanted === 'widen' || wanted === 'narrow') {
      const resized = { do: 'resize', key: card.key, by: wanted === 'widen' ? 1 : -1 } as const;
      const width = composed(state, resized).now.cards[at]?.width ?? card.width;
      step(resized);
      return setSaid(t('composer.said.width', { card: nameOf(card), width }));
    }
    const to = Math.min(cards.length - 1, Math.max(0, at + (wanted === 'later' ? 1 : -1)));
    step({ do: 'move', key: card.key, to });
    setSaid(t('composer.said.moved', { card: nameOf(card), at: to + 1 }));
    if (document.activeElement?.id === handle.slice(1)) focus(handle);
  }

  function back(which: 'undo' | 'redo') {
    if ((which === 'undo' ? state.past : state.undone).length === 0) return;
    step({ do: which });
    setSaid(t(which === 'undo' ? 'composer.said.undone' : 'composer.said.redone'));
  }

  const send = async () => {
    if (saving) return;
    setSaving(true);
    setRefused('');
    const form = new FormData();
    form.set(ownerField, owner);
    if (board) form.set('board', board.id);
    form.set('version', `${version}`);
    form.set('document', JSON.stringify(state.now));
    const answer = await props.save(freshForm, form).catch(() => null);
    if (answer?.status === 'done') return router.push(withQuery(paths.board(answer.shown.id), { done: 'saved' }));
    setSaving(false);
    const isWhole = cards.every((card) => Card.safeParse(card).success);
    setRefused(
      answer?.status === 'refused' ? (isWhole ? answer.message : t('composer.faulty')) : t('composer.offline'),
    );
  };

  const close = () => {
    if (open === null) return;
    setOpen(null);
    focus(`#handle-${open}`);
  };
  const keys = useRef({ send, back, close });
  useEffect(() => {
    keys.current = { send, back, close };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return keys.current.close();
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const isTyped = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const pressed = event.key.toLowerCase();
      if (pressed === 's') event.preventDefault();
      if (pressed === 's') return void keys.current.send();
      if (isTyped || (pressed !== 'z' && pressed !== 'y')) return;
      event.preventDefault();
      keys.current.back(pressed === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const field =
    'h-10 w-full rounded-md border border-rule bg-card px-3 text-sm text-ink hover:border-rule-strong max-sm:h-11 max-sm:text-base';
  return (
    <>
      {added && (
        <p role="status" className="my-4 border-l-2 border-sea bg-card px-3 py-2 text-sm">
          {t('composer.added', { card: nameOf(added) })}{' '}
          {props.others.length > 0 && (
            <span className="text-ink-2">
              {t('composer.otherBoard')}
              {props.others.map((one) => (
                <a key={one.href} href={one.href} className="mr-3 inline-flex min-h-6 items-center text-sea underline">
                  {one.title}
                </a>
              ))}
            </span>
          )}
        </p>
      )}
      <div className="mb-4 grid gap-x-4 gap-y-3 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <label className="text-sm font-medium">
          {t('composer.name')}
          <input
            type="text"
            id="field-title"
            autoComplete="off"
            maxLength={60}
            value={title}
            onChange={(event) => step({ do: 'name', title: event.target.value, lead })}
            className={`${field} mt-1 font-normal`}
          />
        </label>
        <label className="text-sm font-medium">
          {t('composer.lead')}
          <input
            type="text"
            autoComplete="off"
            maxLength={200}
            value={lead}
            onChange={(event) => step({ do: 'name', title, lead: event.target.value })}
            className={`${field} mt-1 font-normal`}
          />
        </label>
      </div>
      <section aria-labelledby="composer-add-heading" id="composer-add" className="mb-4 border-y border-rule py-3">
        <h2 id="composer-add-heading" className="mb-2 text-sm font-semibold">
          {t('composer.add')} <span className="ml-2 text-table font-normal text-ink-2">{t('composer.addNote')}</span>
        </h2>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
          {cardKinds.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                onClick={() => add(kind)}
                className="h-full w-full rounded-md border border-rule bg-card px-3 py-2 text-left hover:border-rule-strong hover:bg-hover focus-visible:outline-2 focus-visible:outline-sea"
              >
                <span className="block text-sm font-medium">{t(`kinds.${kind}`)}</span>
                <span className="block text-xs leading-5 text-ink-2">{t(`kindHints.${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <p className="mb-3 text-table text-ink-2 max-sm:hidden">
        <span className="font-medium">{t('composer.keysLabel')}</span> {t('composer.keys')}
      </p>
      <BoardGrid isComposed>
        {cards.map((card, at) => (
          <ComposerCard
            key={card.key}
            card={card}
            name={nameOf(card)}
            at={at}
            of={cards.length}
            isOpen={open === card.key}
            isFaulty={faulty.includes(card.key)}
            choices={choices}
            t={t}
            locale={locale}
            shown={saved.get(card.key) === contentOf(card) ? props.shown[card.key] : null}
            step={(wanted) => take(card, wanted)}
            set={(changed) => step({ do: 'set', card: changed })}
            drag={{
              start: () => {
                dragged.current = card.key;
              },
              drop: () => {
                if (dragged.current) step({ do: 'move', key: dragged.current, to: at });
              },
            }}
          />
        ))}
      </BoardGrid>
      <div className="sticky bottom-0 z-20 -mx-2 mt-8 border-t border-rule-strong bg-paper px-2 py-3 max-md:bottom-14">
        <DraftNotice offer={offer} />
        {refused !== '' && (
          <p role="alert" className="mb-2 border-l-2 border-vermilion bg-card px-3 py-2">
            {refused}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <button type="button" aria-disabled={saving} onClick={() => void send()} className={buttonLook('primary')}>
            {t('composer.save')}
          </button>
          <button
            type="button"
            aria-disabled={state.past.length === 0}
            onClick={() => back('undo')}
            className={buttonLook('outline', state.past.length === 0 ? 'opacity-50' : '')}
          >
            {t('composer.undo')}
          </button>
          <button
            type="button"
            aria-disabled={state.undone.length === 0}
            onClick={() => back('redo')}
            className={buttonLook('outline', state.undone.length === 0 ? 'opacity-50' : '')}
          >
            {t('composer.redo')}
          </button>
          <span role="status" className="text-table text-ink-2">
            <Spoken words={saving ? t('composer.saving') : said || (isDirty && t('composer.unsaved'))} />
          </span>
          <a href={board ? paths.board(board.id) : paths.boards} className={buttonLook('quiet', 'ml-auto px-2')}>
            {t('composer.view')}
          </a>
        </div>
      </div>
    </>
  );
}
