'use client';

import { clsx } from 'clsx';
import { ArrowLeft, ArrowRight, Check, Maximize2, Minimize2, Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { CardPlace } from '@/app/ui/boards/board-grid';
import { SmallButton } from '@/app/ui/forms/small-button';
import { type BoardCard, columns, narrowest } from '@/lib/dashboards/boards/words';
import type { Locale } from '@/lib/i18n/words';
import { CardSettings } from './card-settings';
import type { BoardChoices, Words } from './catalogue';

export type CardStep = 'earlier' | 'later' | 'widen' | 'narrow' | 'remove' | 'open' | 'close';

/** The step that a key asks for on the handle of a card; null for none. */
function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): CardStep | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'ArrowLeft') return shiftKey ? 'narrow' : 'earlier';
  if (key === 'ArrowRight') return shiftKey ? 'widen' : 'later';
  if (shiftKey) return null;
  if (key === 'ArrowUp') return 'earlier';
  if (key === 'ArrowDown') return 'later';
  if (key === 'Delete' || key === 'Backspace') return 'remove';
  return key === 'Enter' || key === ' ' ? 'open' : null;
}

/** A card while its board is composed: a handle for keys and dragging, buttons for the pointer, its content or its settings. */
export function ComposerCard(props: {
  card: BoardCard;
  name: string;
  at: number;
  of: number;
  isOpen: boolean;
  isFaulty: boolean;
  choices: BoardChoices;
  t: Words;
  locale: Locale;
  /** The card as it is shown, where it is as it was saved. */
  shown: ReactNode;
  step: (step: CardStep) => void;
  set: (card: BoardCard) => void;
  drag: { readonly start: () => void; readonly drop: () => void };
}) {
  const { card, name, at, of, isOpen, isFaulty, t, step } = props;
  const label = { card: name };
  return (
    <CardPlace
      card={card}
      className={clsx(
        'flex flex-col',
        (isOpen || isFaulty) && 'outline-2',
        isFaulty ? 'outline-vermilion' : 'outline-sea',
      )}
    >
      <div
        className={clsx(
          '-mx-2 -mt-2 mb-2 flex flex-wrap items-center gap-x-1 border-b border-rule',
          card.kind === 'text' && 'mx-0 mt-0',
        )}
      >
        <button
          type="button"
          id={`handle-${card.key}`}
          data-handle=""
          draggable
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            props.drag.drop();
          }}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', card.key);
            props.drag.start();
          }}
          aria-label={t('composer.cardOf', { at: at + 1, of, ...label })}
          onKeyDown={(event) => {
            const wanted = stepOf(event);
            if (!wanted) return;
            event.preventDefault();
            step(wanted === 'open' && isOpen ? 'close' : wanted);
          }}
          onClick={() => step(isOpen ? 'close' : 'open')}
          className="min-h-8 min-w-0 flex-1 basis-24 cursor-grab truncate rounded-sm px-2 text-left text-xs text-ink-2 hover:bg-hover focus-visible:outline-2 focus-visible:outline-sea max-sm:min-h-11"
        >
          {name}
        </button>
        <span className="flex items-center">
          <SmallButton label={t('composer.moveUp', label)} isOff={at === 0} onClick={() => step('earlier')}>
            <ArrowLeft aria-hidden size={16} />
          </SmallButton>
          <SmallButton label={t('composer.moveDown', label)} isOff={at === of - 1} onClick={() => step('later')}>
            <ArrowRight aria-hidden size={16} />
          </SmallButton>
          <SmallButton
            label={t('composer.narrow', label)}
            isOff={card.width <= narrowest}
            onClick={() => step('narrow')}
          >
            <Minimize2 aria-hidden size={15} />
          </SmallButton>
          <span className="px-0.5 text-xs text-ink-2 tabular-nums">{t('composer.widthOf', { width: card.width })}</span>
          <SmallButton label={t('composer.widen', label)} isOff={card.width >= columns} onClick={() => step('widen')}>
            <Maximize2 aria-hidden size={15} />
          </SmallButton>
          <SmallButton
            label={isOpen ? t('composer.close') : t('composer.settings', label)}
            onClick={() => step(isOpen ? 'close' : 'open')}
          >
            {isOpen ? <Check aria-hidden size={16} /> : <Pencil aria-hidden size={15} />}
          </SmallButton>
          <SmallButton label={t('composer.remove', label)} isDanger onClick={() => step('remove')}>
            <Trash2 aria-hidden size={15} />
          </SmallButton>
        </span>
      </div>
      {isFaulty && <p className="mb-2 text-xs text-vermilion">{t('composer.incomplete')}</p>}
      {isOpen ? (
        <div id={`settings-${card.key}`}>
          <CardSettings card={card} choices={props.choices} t={t} locale={props.locale} set={props.set} />
        </div>
      ) : (
        (props.shown ?? (
          <p className="flex min-h-16 flex-1 items-center justify-center rounded-sm border border-dashed border-rule-strong px-3 py-4 text-center text-table text-ink-2">
            {t('composer.preview')}
          </p>
        ))
      )}
    </CardPlace>
  );
}
