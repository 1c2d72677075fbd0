/** A card on a wall: its key and the columns of twelve that it takes. */
export type Placed = { readonly key: string; readonly width: number };

/** Cards in rows of a screen that is twelve columns wide, or twice as many: each row takes what fits, in the order given. */
export function rowsOf<Card extends Placed>(cards: readonly Card[], columns: number): Card[][] {
  const rows: Card[][] = [];
  let room = 0;
  for (const card of cards) {
    if (card.width > room) {
      rows.push([]);
      room = columns;
    }
    rows.at(-1)?.push(card);
    room -= card.width;
  }
  return rows;
}

/** Rows in slides: each slide takes what fits the height of the screen, one row at least. Returns the rows of each. */
export function slidesOf(heights: readonly number[], height: number, gap: number): number[][] {
  const slides: number[][] = [];
  let room = -1;
  heights.forEach((row, at) => {
    const needed = row + gap;
    if (slides.length === 0 || needed > room + 0.5) {
      slides.push([]);
      room = height + gap;
    }
    slides.at(-1)?.push(at);
    room -= needed;
  });
  return slides;
}
