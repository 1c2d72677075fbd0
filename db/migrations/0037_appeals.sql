CREATE TABLE "appeal" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"about" jsonb NOT NULL,
	"grounds" text NOT NULL,
	"asks" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"review_until" date,
	"remedy" jsonb,
	"actors" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appeal_state_known" CHECK ("appeal"."state" in ('filed', 'accepted', 'rejected', 'decided', 'reviewing', 'reviewed', 'closed', 'withdrawn')),
	CONSTRAINT "appeal_outcome_known" CHECK ("appeal"."outcome" in ('upheld', 'partly', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "appeal_event" (
	"appeal_id" text NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"words" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appeal_event_appeal_id_step_pk" PRIMARY KEY("appeal_id","step"),
	CONSTRAINT "appeal_event_kind_known" CHECK ("appeal_event"."kind" in ('file', 'attach', 'accept', 'reject', 'decide', 'askReview', 'decideReview', 'settle', 'close', 'withdraw'))
);
--> statement-breakpoint
CREATE TABLE "appeal_file" (
	"appeal_id" text NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appeal_file_appeal_id_sha256_pk" PRIMARY KEY("appeal_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "publicity" (
	"run_id" text NOT NULL,
	"number" integer NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"appeals_until" date NOT NULL,
	"body" text NOT NULL,
	"contact" text NOT NULL,
	"telephone" text NOT NULL,
	"words" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "publicity_run_id_number_pk" PRIMARY KEY("run_id","number"),
	CONSTRAINT "publicity_days_in_order" CHECK ("publicity"."first_day" <= "publicity"."last_day" and "publicity"."last_day" <= "publicity"."appeals_until")
);
--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_event" ADD CONSTRAINT "appeal_event_appeal_id_appeal_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_file" ADD CONSTRAINT "appeal_file_appeal_id_appeal_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity" ADD CONSTRAINT "publicity_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_by_unit" ON "appeal" USING btree ("org_unit_code","state");--> statement-breakpoint
CREATE INDEX "appeal_by_run" ON "appeal" USING btree ("run_id");--> statement-breakpoint
-- Written by hand: histories are only added to.
CREATE TRIGGER publicity_append_only
  BEFORE UPDATE OR DELETE ON publicity
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publicity_no_truncate
  BEFORE TRUNCATE ON publicity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER appeal_event_append_only
  BEFORE UPDATE OR DELETE ON appeal_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER appeal_event_no_truncate
  BEFORE TRUNCATE ON appeal_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
