/** A file of evidence in a list. */
export type EvidenceLine = {
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
  readonly by: string;
  readonly uploadedAt: Date;
};

/** The most files of evidence of a follow-up or an appeal, and of instructions to a collection. */
export const mostEvidence = 20;
