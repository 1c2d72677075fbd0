import type { partTranslator } from '@/lib/i18n/part-translator';

/** The translator of the room, as a part of the board gets it. */
export type T = ReturnType<typeof partTranslator<'sensitivity'>>;
