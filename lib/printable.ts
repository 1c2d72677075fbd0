/**
 * One line of text: no control character, and no unpaired surrogate, which the database does not take, nor a code that is no
 * letter (U+FFFE), which no XML takes.
 */
export const printable = /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u;

/** Several lines: the same with line breaks and tabs. */
export const printableLines = /^(?:[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|[\n\r\t])*$/u;

/** A text without the marks that turn the direction of writing; they come with words that are pasted, and show others than there are. */
export const unturned = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '');
