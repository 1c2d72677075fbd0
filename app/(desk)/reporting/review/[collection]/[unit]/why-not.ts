/** The id of the words that say why the chosen figure cannot be approved. */
export const whyNot = 'why-not';
