import type { Name, Named } from '@/lib/i18n/words';

/** A note on charts (注释), an honour (荣誉) and an event (事件) of a unit. */
export const annotationKinds = ['annotation', 'honour', 'event'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** The most characters of each text; of a word that is drawn on charts fewer. */
export const longest = {
  ...{ word: 12, wordEn: 24, title: 100, titleEn: 200, text: 500, textEn: 800 },
  ...{ name: 100, moment: 60, awardedBy: 100, locator: 200 },
} as const;

/** The most notes that one chart draws; the list of notes has them all. */
export const mostDrawnNotes = 12;

/** From when and until when: days or periods as codes, with the first and the last day of both. */
export type Span = {
  readonly since: string;
  readonly until: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** What a note says, and what it is about: no unit and no indicator is everything in its time. */
export type Annotation = Span & {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly indicator: Named | null;
  readonly unit: (Named & { readonly isDemonstration: boolean }) | null;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly textZh: string;
  readonly textEn: string;
  readonly awardedBy: string;
  readonly source: { readonly code: string; readonly title: string; readonly withdrawnReason: string | null } | null;
  readonly locator: string;
  readonly withdrawnReason: string | null;
  readonly version: number;
};

/** What the list of notes is limited to. */
export type AnnotationFilter = {
  readonly kind?: AnnotationKind | undefined;
  readonly unit?: string | undefined;
  readonly indicator?: string | undefined;
  readonly q: string;
  /** Withdrawn ones instead of those that are shown. */
  readonly withdrawn: boolean;
};

export type AnnotationPage = { readonly rows: readonly Annotation[]; readonly total: number; readonly page: number };

/** A confirmed step: who proposed and confirmed it, and what the note said before. */
export type AnnotationStep = {
  readonly id: string;
  readonly step: 'record' | 'correct' | 'withdraw';
  readonly reason: string;
  readonly decidedAt: Date;
  readonly was: Readonly<Record<string, unknown>> | null;
  /** The accounts; null for readers who do not see proposals. */
  readonly by: { readonly proposed: string; readonly confirmed: string } | null;
};

/** The names of the unit and indicator of a note that a form already has. */
export type AnnotationSubject = { readonly unit: Name | null; readonly indicator: Name | null };
