import type { Database, Tx } from '@/db/client';
import type { ViewName } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Locale } from '@/lib/i18n/words';
import type { AnnexTable, Facts, SourcePart } from '@/lib/publishing/bulletins/words';

/** All that a document is written from. */
export type BulletinSource = {
  readonly facts: Facts;
  /** The names of units and of the scheme, which may have digits. */
  readonly names: readonly string[];
  readonly annexes: readonly AnnexTable[];
  /** What the document is on, in words: it is found by them. */
  readonly subject: string;
  /** The unit that it is about, which alone sees it besides those who see drafts; null for one that is for all. */
  readonly unit: { readonly code: string; readonly nameZh: string } | null;
  /** The same for the trail. */
  readonly about: Readonly<Record<string, string>>;
  /** Writes the first wording. */
  readonly firstText: () => { readonly title: string; readonly body: string };
};

/** A menu of a part of a source. */
export type SourceMenu<Part extends SourcePart = SourcePart> = {
  readonly part: Part;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** What is known of a source while it is chosen. */
export type AskedParts = Readonly<Partial<Record<SourcePart, string | undefined>>>;

/** A kind of documents. All properties are required: each is a decision. */
export type Room<Source extends { readonly kind: string }> = {
  /** Who does not see its sources sees no document of the kind. */
  readonly view: ViewName;
  /** What a document is written from; null for a source that is not out, or not any more. */
  readonly read: (principal: Principal, source: Source, on?: Database | Tx) => Promise<BulletinSource | null>;
  /**
   * Keeps the source as it is until a document on it is issued: what would take its place waits, or is waited for. Null for a
   * source that goes on, of which what was checked is compared with what is issued.
   */
  readonly hold: ((tx: Tx, source: Source) => Promise<unknown>) | null;
  /** The sources to choose from, a menu for each part of one. */
  readonly menus: (
    principal: Principal,
    locale: Locale,
    asked: AskedParts,
  ) => Promise<readonly SourceMenu<Exclude<keyof Source, 'kind'> & SourcePart>[]>;
  /** The page of a source. */
  readonly page: (source: Source) => string;
};
