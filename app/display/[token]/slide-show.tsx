'use client';

import { useRouter } from 'next/navigation';
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CardPlace } from '@/app/ui/boards/board-grid';
import { Spoken } from '@/app/ui/primitives/spoken';
import type { BoardCard } from '@/lib/dashboards/boards/words';
import { rowsOf, slidesOf } from '@/lib/dashboards/displays/rows';
import { askEvery, turnEvery } from '@/lib/dashboards/displays/words';

export type ShownCard = {
  readonly key: string;
  readonly width: number;
  readonly kind: BoardCard['kind'];
  readonly content: ReactNode;
};
export type ShowWords = Readonly<
  Record<'pause' | 'resume' | 'paused' | 'updated' | 'offline' | 'ended' | 'endedReason' | 'keys' | 'cards', string>
>;

const gap = 16;

/** Twelve columns, or twice as many on a screen that is twice as wide. */
const columnsOf = () => (window.innerWidth / window.innerHeight > 2.6 ? 24 : 12);

/**
 * The boards of a display, a slide after the other. It asks the server whether something changed, says so while that does not
 * answer, and goes dark when its token is not taken any more.
 */
export function SlideShow(props: {
  boards: readonly { readonly id: string; readonly title: string; readonly cards: readonly ShownCard[] }[];
  /** The mark of the data that are shown, and the address that tells it. */
  mark: string;
  state: string;
  words: ShowWords;
}) {
  const { boards, mark, state, words } = props;
  const router = useRouter();
  const [columns, setColumns] = useState(12);
  const [heights, setHeights] = useState<readonly number[]>([]);
  const [room, setRoom] = useState(0);
  const [at, setAt] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const [isOnline, setOnline] = useState(true);
  const [isEnded, setEnded] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const rows = useMemo(
    () => boards.flatMap(({ id, title, cards }) => rowsOf(cards, columns).map((row) => ({ board: id, title, row }))),
    [boards, columns],
  );
  // A slide is of one board, whose name stands above it.
  const slides = useMemo(
    () =>
      boards.flatMap(({ id }) => {
        const own = rows.flatMap((row, index) => (row.board === id ? [index] : []));
        return slidesOf(
          own.map((index) => heights[index] ?? room),
          room,
          gap,
        ).map((slide) => slide.flatMap((one) => own[one] ?? []));
      }),
    [boards, rows, heights, room],
  );
  const shown = slides.length === 0 ? 0 : at % slides.length;
  const isMeasured = heights.length === rows.length && room > 0;

  useLayoutEffect(() => {
    const measure = () => {
      setColumns(columnsOf());
      setHeights([]);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  useLayoutEffect(() => {
    if (heights.length > 0 || !frame.current) return;
    setRoom(frame.current.clientHeight);
    setHeights([...frame.current.children].map((row) => (row as HTMLElement).offsetHeight));
  }, [heights]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data may be higher or lower
  useEffect(() => setHeights([]), [mark]);

  useEffect(() => {
    if (isPaused || isEnded) return;
    const timer = setInterval(() => setAt((one) => one + 1), turnEvery);
    return () => clearInterval(timer);
  }, [isPaused, isEnded]);

  useEffect(() => {
    if (isEnded) return;
    const ask = async () => {
      const answer = await fetch(state, { cache: 'no-store', signal: AbortSignal.timeout(askEvery - 1000) }).catch(
        () => null,
      );
      if (answer?.status === 404 || answer?.status === 410) return setEnded(true);
      const told: { mark?: string } | null = answer?.ok ? await answer.json().catch(() => null) : null;
      setOnline(told !== null);
      if (told && told.mark !== mark) router.refresh();
    };
    const timer = setInterval(ask, askEvery);
    return () => clearInterval(timer);
  }, [state, mark, isEnded, router]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) {
        event.preventDefault();
        setPaused((paused) => !paused);
      }
      if (event.key === 'ArrowRight') setAt((one) => one + 1);
      if (event.key === 'ArrowLeft') setAt((one) => one + Math.max(1, slides.length) - 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [slides.length]);

  if (isEnded) return <Dark title={words.ended} reason={words.endedReason} />;
  const open = new Set(slides[shown] ?? []);
  const title = rows[slides[shown]?.[0] ?? 0]?.title ?? '';
  return (
    <div className="display-stage">
      <header className="flex items-baseline gap-4 border-b border-rule pb-2">
        <h1 className="min-w-0 flex-1 truncate text-xl font-semibold">{title}</h1>
        <span className="text-sm text-ink-2 tabular-nums">
          {slides.length === 0 ? '' : `${shown + 1} / ${slides.length}`}
        </span>
        <button
          type="button"
          title={words.keys}
          onClick={() => setPaused(!isPaused)}
          className="rounded-md border border-rule px-3 py-0.5 text-sm hover:bg-hover focus-visible:outline-2 focus-visible:outline-sea"
        >
          {isPaused ? words.resume : words.pause}
        </button>
      </header>
      <main
        ref={frame}
        aria-label={words.cards}
        className="display-rows"
        style={{ '--columns': columns } as CSSProperties}
      >
        {rows.map(({ board, row }, index) => (
          <div key={`${board} ${row[0]?.key}`} className="display-row" hidden={isMeasured && !open.has(index)}>
            {row.map((card) => (
              <CardPlace key={card.key} card={card}>
                {card.content}
              </CardPlace>
            ))}
          </div>
        ))}
      </main>
      <footer className="flex items-baseline gap-4 text-[13px] leading-5 text-ink-2">
        <span role="status" className={isOnline ? '' : 'rounded-sm bg-gold px-2 font-medium text-paper'}>
          <Spoken words={isOnline ? words.updated : words.offline} />
        </span>
        {isPaused && <span className="ml-auto">{words.paused}</span>}
      </footer>
    </div>
  );
}

/** A screen that shows nothing, and says why. */
export function Dark({ title, reason }: { title: string; reason: string }) {
  return (
    <div className="display-stage items-center justify-center text-center">
      <p className="text-xl font-semibold">{title}</p>
      <p className="text-ink-2">{reason}</p>
    </div>
  );
}
