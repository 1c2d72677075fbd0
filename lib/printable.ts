/** Control characters, unpaired surrogates and codes that are no letters, as a class of an expression. */
const unprintable = String.raw`\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}`;

/**
 * One line of text: no control character, and no unpaired surrogate, which the database does not take, nor a code that is no
 * letter (U+FFFE), which no XML takes.
 */
export const printable = new RegExp(`^[^${unprintable}]*$`, 'u');

/** Several lines: the same with line breaks and tabs. */
export const printableLines = new RegExp(`^(?:[^${unprintable}]|[\\n\\r\\t])*$`, 'u');

const each = new RegExp(`[${unprintable}]`, 'gu');
/** A line of text without what `printable` refuses. */
export const withoutUnprintable = (text: string): string => text.replace(each, '');

/** A text without the marks that turn the direction of writing; they come with words that are pasted, and show others than there are. */
export const unturned = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '');
