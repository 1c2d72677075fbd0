/** 排名通报, 监测通报, 得分告知, 提醒函, 任务清单, 责任清单. */
export const bulletinKinds = ['ranking', 'monitoring', 'score', 'reminder', 'tasks', 'responsibilities'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** What a document may be on: each kind has some of these. */
export const sourceParts = ['run', 'report', 'consequence', 'unit', 'scheme'] as const;
export type SourcePart = (typeof sourceParts)[number];

/** What a document is on, by part; null for a part that its kind does not have. */
export type SourceRow = { readonly kind: BulletinKind } & Readonly<Record<SourcePart, string | null>>;

/** 草稿, 已核对, 已印发. */
export const bulletinStates = ['draft', 'checked', 'issued'] as const;
export type BulletinState = (typeof bulletinStates)[number];

/** The marks of secrecy and openness that a document may bear; none is the usual. */
export const classifications = ['none', 'internal', 'limited'] as const;
export type Classification = (typeof classifications)[number];

/** A table of an annex, as texts. */
export type AnnexTable = {
  readonly title: string;
  readonly columns: readonly string[];
  /** Whether a column holds numbers. */
  readonly isNumber: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
};

/** A document as it is read and printed: every mark in its place. */
export type BulletinContent = {
  /** 发文机关, which signs too. */
  readonly organ: string;
  /** 发文字号, as “考办发〔2026〕1号”; the number is open in a draft. */
  readonly reference: string;
  readonly classification: Classification;
  readonly title: string;
  /** 主送机关; empty for none. */
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  /** 成文日期, as 2026-11-30. */
  readonly dated: string;
  readonly annexes: readonly AnnexTable[];
};

/** What a mark in braces stands for: its name and the text that is printed, as {甲区·得分} 87.50. */
export type Facts = ReadonlyMap<string, string>;

/** What the office writes of a document, with marks in braces. */
export type BulletinTerms = Pick<BulletinContent, 'organ' | 'classification' | 'title' | 'addressee' | 'dated'> & {
  /** 机关代字. */
  readonly word: string;
  /** The paragraphs, a line each. */
  readonly body: string;
};

/** A document in a list. */
export type BulletinHead = {
  readonly id: string;
  readonly kind: BulletinKind;
  /** As it is written, with marks while it is not issued. */
  readonly title: string;
  /** The title with its marks filled. */
  readonly heading: string;
  /** What it is on, in words. */
  readonly subject: string;
  readonly reference: string;
  readonly organ: string;
  readonly state: BulletinState;
  readonly dated: string;
  readonly editedBy: string;
  readonly editor: string;
  readonly editedAt: Date;
  readonly checker: string | null;
  readonly issuer: string | null;
  readonly issuedAt: Date | null;
  readonly version: number;
};

/** A document with what its page shows. */
export type Bulletin = BulletinHead &
  BulletinTerms &
  SourceRow & {
    /** The document that it corrects; null for none. */
    readonly corrects: { readonly id: string; readonly title: string; readonly reference: string } | null;
    /** The documents that correct it. */
    readonly correctedBy: readonly { readonly id: string; readonly reference: string }[];
    readonly sha256: string | null;
    readonly frozen: BulletinContent | null;
  };
