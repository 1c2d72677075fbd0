/** Runs work at once, or after the press that is going on. */
export type AfterPress = { readonly run: (work: () => void) => void; readonly stop: () => void };

const ends = ['mouseup', 'dragend', 'keydown'] as const;

/**
 * Holds work back while a button of the mouse is down, which a finger presses too: leaving a field opens findings, they
 * move the page, and a click whose press and release meet different elements counts for neither of them.
 */
export function afterPress(page: EventTarget): AfterPress {
  let isDown = false;
  let waiting: (() => void)[] = [];
  const release = () => {
    isDown = false;
    const all = waiting;
    waiting = [];
    for (const work of all) work();
  };
  const press = () => {
    isDown = true;
  };
  // The click comes right behind the release, in the same task.
  const end = () => void (isDown && setTimeout(release));
  page.addEventListener('mousedown', press, true);
  for (const kind of ends) page.addEventListener(kind, end, true);
  return {
    run: (work) => {
      if (isDown) waiting = [...waiting, work];
      else work();
    },
    stop: () => {
      page.removeEventListener('mousedown', press, true);
      for (const kind of ends) page.removeEventListener(kind, end, true);
      release();
    },
  };
}
