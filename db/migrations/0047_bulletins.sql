CREATE TABLE "bulletin" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"title" text NOT NULL,
	"organ" text NOT NULL,
	"word" text NOT NULL,
	"addressee" text NOT NULL,
	"classification" text NOT NULL,
	"dated" date NOT NULL,
	"body" text NOT NULL,
	"corrects_id" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"checked_by" text,
	"checked_at" timestamp (3) with time zone,
	"issued_by" text,
	"issued_at" timestamp (3) with time zone,
	"year" smallint,
	"number" integer,
	"frozen" jsonb,
	"file" "bytea",
	"sha256" text,
	CONSTRAINT "bulletin_number_once" UNIQUE("word","year","number"),
	CONSTRAINT "bulletin_state_known" CHECK ("bulletin"."state" in ('draft', 'checked', 'issued')),
	CONSTRAINT "bulletin_classification_known" CHECK ("bulletin"."classification" in ('none', 'internal', 'limited')),
	CONSTRAINT "bulletin_issued_whole" CHECK (("bulletin"."state" = 'issued') = ("bulletin"."number" is not null and "bulletin"."year" is not null and "bulletin"."frozen" is not null
        and "bulletin"."file" is not null and "bulletin"."sha256" is not null and "bulletin"."issued_by" is not null and "bulletin"."issued_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_corrects_id_bulletin_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."bulletin"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- An issued document stays as it was issued, with its file.
CREATE FUNCTION keep_issued_bulletin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'issued' THEN
    RAISE EXCEPTION 'an issued document stays: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
--> statement-breakpoint
CREATE TRIGGER bulletin_stays
  BEFORE UPDATE OR DELETE ON bulletin
  FOR EACH ROW EXECUTE FUNCTION keep_issued_bulletin();
