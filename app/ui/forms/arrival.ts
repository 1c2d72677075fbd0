let isByKeyboard = false;

/** Notes how a link was followed: a click of a key has no press of a button. */
export function noteFollowed({ detail }: Pick<MouseEvent, 'detail'>): void {
  isByKeyboard = detail === 0;
}

/** Whether the page was reached by a key; asked once, so that nothing takes the focus later. */
export function takeKeyboardArrival(): boolean {
  const was = isByKeyboard;
  isByKeyboard = false;
  return was;
}
