import type { partTranslator } from '@/lib/i18n/part-translator';

/** The translator of the room, as a component of the board receives it. */
export type T = ReturnType<typeof partTranslator<'sensitivity'>>;
