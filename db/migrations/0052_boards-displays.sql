CREATE TABLE "board" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"title" text NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"shared_roles" text[] DEFAULT '{}' NOT NULL,
	"shared_units" text[] DEFAULT '{}' NOT NULL,
	"published_edition" integer,
	"published_by" text,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "board_published_whole" CHECK (num_nonnulls("board"."published_edition", "board"."published_by", "board"."published_at") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "board_edition" (
	"board_id" text NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"restored" integer,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "board_edition_board_id_number_pk" PRIMARY KEY("board_id","number")
);
--> statement-breakpoint
CREATE TABLE "display" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"items" jsonb NOT NULL,
	"origins" text[] DEFAULT '{}' NOT NULL,
	"token_hash" text NOT NULL,
	"token_start" text NOT NULL,
	"expires_on" date NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_by" text,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "display_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "display_revoked_whole" CHECK (("display"."revoked_at" is null) = ("display"."revoked_by" is null))
);
--> statement-breakpoint
ALTER TABLE "board_edition" ADD CONSTRAINT "board_edition_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_by_owner" ON "board" USING btree ("owner_id");--> statement-breakpoint
-- A saved edition stays as it was saved.
CREATE FUNCTION keep_board_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition of a board stays: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER board_edition_stays
  BEFORE UPDATE OR DELETE ON board_edition
  FOR EACH ROW EXECUTE FUNCTION keep_board_edition();
