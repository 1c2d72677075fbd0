/** A file of evidence in a list. */
export type EvidenceLine = {
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
  readonly by: string;
  readonly uploadedAt: Date;
};
