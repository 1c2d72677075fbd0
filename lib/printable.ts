/** One line of text: no control character, and no unpaired surrogate, which the database does not take. */
export const printable = /^[^\p{Cc}\p{Cs}]*$/u;

/** Several lines: the same with line breaks and tabs. */
export const printableLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

/** A text without the marks that turn the direction of writing; they come with words that are pasted, and show others than there are. */
export const unturned = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '');
