/** The id of the words that say why the chosen figure cannot be approved. */
export const whyNot = 'why-not';

/** The id of the link to the next indicator that waits. */
export const onwardId = 'next-indicator';
