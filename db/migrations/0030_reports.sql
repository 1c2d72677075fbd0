CREATE TABLE "monitoring_report" (
	"id" text PRIMARY KEY NOT NULL,
	"peer_group_code" text NOT NULL,
	"year" smallint NOT NULL,
	"month" smallint NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"note" text NOT NULL,
	"frozen" jsonb,
	"prepared_by" text NOT NULL,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"published_by" text,
	"published_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "monitoring_report_once" UNIQUE("peer_group_code","year","month","kind","number"),
	CONSTRAINT "monitoring_report_kind_known" CHECK ("monitoring_report"."kind" in ('month', 'quarter', 'half', 'year')),
	CONSTRAINT "monitoring_report_state_known" CHECK ("monitoring_report"."state" in ('draft', 'published'))
);
--> statement-breakpoint
ALTER TABLE "monitoring_report" ADD CONSTRAINT "monitoring_report_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A published report stays as it was published.
CREATE FUNCTION keep_published_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'published' THEN
    RAISE EXCEPTION 'a published report stays: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
--> statement-breakpoint
CREATE TRIGGER monitoring_report_stays
  BEFORE UPDATE OR DELETE ON monitoring_report
  FOR EACH ROW EXECUTE FUNCTION keep_published_report();
