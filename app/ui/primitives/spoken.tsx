/**
 * Words that change in place, such as a status: each is an element of its own, since a browser's translator replaces texts,
 * and a text that was replaced can neither be changed nor taken away.
 */
export function Spoken({ words }: { words: string | false | null | undefined }) {
  return words ? <span key={words}>{words}</span> : null;
}
