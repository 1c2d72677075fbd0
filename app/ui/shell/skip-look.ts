/** The looks of the links that are shown while the keyboard is on them, above the frame. */
export const skipLook =
  'fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-sea px-3 py-2 text-on-sea focus:translate-y-0';

/** The id of the place where a page puts a link of its own behind that to the content. */
export const skipPlace = 'page-skips';
