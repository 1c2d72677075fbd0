/** One line of text: no control character, and no unpaired surrogate, which the database does not take. */
export const printable = /^[^\p{Cc}\p{Cs}]*$/u;

/** Several lines: the same with line breaks and tabs. */
export const printableLines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;
