CREATE TABLE "target" (
	"org_unit_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"year" integer NOT NULL,
	"base" numeric NOT NULL,
	"stretch" numeric,
	"note" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_org_unit_code_indicator_code_year_pk" PRIMARY KEY("org_unit_code","indicator_code","year")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"collection_id" text NOT NULL,
	"org_unit_code" text,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_rule" (
	"code" text NOT NULL,
	"valid_from" date NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"indicator_codes" jsonb,
	"parameters" jsonb NOT NULL,
	"message_zh" text NOT NULL,
	"message_en" text NOT NULL,
	"is_active" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "check_rule_code_valid_from_pk" PRIMARY KEY("code","valid_from"),
	CONSTRAINT "check_rule_kind_known" CHECK ("check_rule"."kind" in ('range', 'decimals', 'jumpPrevious', 'jumpYear', 'unitSlip', 'cumulativeNotBelow', 'cumulativeSum', 'sumOfParts', 'formula', 'reportedGrowth', 'peerOutlier')),
	CONSTRAINT "check_rule_severity_known" CHECK ("check_rule"."severity" in ('mandatory', 'quasiMandatory', 'query', 'notice'))
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"period_code" text NOT NULL,
	"peer_group_code" text,
	"calendar_id" text,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"grace_until" timestamp (3) with time zone NOT NULL,
	"review_chain" jsonb NOT NULL,
	"vintage" text NOT NULL,
	"instructions" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"closed_reason" text DEFAULT '' NOT NULL,
	"source_code" text NOT NULL,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_state_known" CHECK ("collection"."state" in ('open', 'closed')),
	CONSTRAINT "collection_vintage_known" CHECK ("collection"."vintage" in ('flash', 'preliminary', 'approved', 'final')),
	CONSTRAINT "collection_times_ordered" CHECK ("collection"."opens_at" < "collection"."due_at" and "collection"."due_at" <= "collection"."grace_until")
);
--> statement-breakpoint
CREATE TABLE "collection_calendar" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"frequency" text NOT NULL,
	"merges_january" boolean NOT NULL,
	"opens_day" integer NOT NULL,
	"due_day" integer NOT NULL,
	"due_months_after" integer NOT NULL,
	"due_time" text NOT NULL,
	"grace_days" integer NOT NULL,
	"peer_group_code" text,
	"unit_codes" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"review_chain" jsonb NOT NULL,
	"vintage" text NOT NULL,
	"instructions" text NOT NULL,
	"starts_with" text NOT NULL,
	"is_active" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_calendar_frequency_known" CHECK ("collection_calendar"."frequency" in ('monthly', 'quarterly', 'halfYearly', 'yearly')),
	CONSTRAINT "collection_calendar_vintage_known" CHECK ("collection_calendar"."vintage" in ('flash', 'preliminary', 'approved', 'final'))
);
--> statement-breakpoint
CREATE TABLE "collection_item" (
	"collection_id" text NOT NULL,
	"indicator_code" text NOT NULL,
	"period_code" text NOT NULL,
	"sort_order" integer NOT NULL,
	"is_required" boolean NOT NULL,
	CONSTRAINT "collection_item_collection_id_indicator_code_period_code_pk" PRIMARY KEY("collection_id","indicator_code","period_code")
);
--> statement-breakpoint
CREATE TABLE "reopen_request" (
	"org_unit_code" text NOT NULL,
	"collection_id" text NOT NULL,
	"number" integer NOT NULL,
	"figures" jsonb NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision" text DEFAULT '' NOT NULL,
	CONSTRAINT "reopen_request_org_unit_code_collection_id_number_pk" PRIMARY KEY("org_unit_code","collection_id","number"),
	CONSTRAINT "reopen_request_state_known" CHECK ("reopen_request"."state" in ('pending', 'granted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "review_event" (
	"org_unit_code" text NOT NULL,
	"collection_id" text NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"indicator_code" text,
	"period_code" text,
	"value" numeric,
	"decimals" integer,
	"qualifier" text,
	"qualifier_printed" text,
	"absence" text,
	"reported_yoy" numeric,
	"approved_value" numeric,
	"approved_decimals" integer,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_event_org_unit_code_collection_id_step_pk" PRIMARY KEY("org_unit_code","collection_id","step"),
	CONSTRAINT "review_event_kind_known" CHECK ("review_event"."kind" in ('submitted', 'withdrawn', 'passed', 'approved', 'returned', 'verified', 'reopenAsked', 'reopened', 'reopenRefused', 'extended', 'reminded'))
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"org_unit_code" text NOT NULL,
	"collection_id" text NOT NULL,
	"state" text DEFAULT 'empty' NOT NULL,
	"items" integer NOT NULL,
	"filled" integer DEFAULT 0 NOT NULL,
	"submitted" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	"approved" integer DEFAULT 0 NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"review_began" boolean DEFAULT false NOT NULL,
	"first_submitted_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"saved_at" timestamp (3) with time zone,
	"extended_until" timestamp (3) with time zone,
	"extended_reason" text DEFAULT '' NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"reminder" text DEFAULT '' NOT NULL,
	"reminders" integer DEFAULT 0 NOT NULL,
	"steps" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "submission_org_unit_code_collection_id_pk" PRIMARY KEY("org_unit_code","collection_id"),
	CONSTRAINT "submission_state_known" CHECK ("submission"."state" in ('empty', 'draft', 'submitted', 'returned', 'approved'))
);
--> statement-breakpoint
CREATE TABLE "submission_value" (
	"org_unit_code" text NOT NULL,
	"collection_id" text NOT NULL,
	"indicator_code" text NOT NULL,
	"period_code" text NOT NULL,
	"typed" text NOT NULL,
	"value" numeric,
	"decimals" integer NOT NULL,
	"qualifier" text NOT NULL,
	"qualifier_printed" text NOT NULL,
	"absence" text NOT NULL,
	"typed_yoy" text NOT NULL,
	"reported_yoy" numeric,
	"note" text NOT NULL,
	"source_text" text NOT NULL,
	"explanation" text NOT NULL,
	"evidence_id" text,
	"state" text NOT NULL,
	"awaits" text,
	"approved_value" numeric,
	"approved_decimals" integer,
	"approved_reason" text DEFAULT '' NOT NULL,
	"approved_by" text,
	"return_reason" text DEFAULT '' NOT NULL,
	"returned_by" text,
	"submitted_by" text,
	"round" integer DEFAULT 0 NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"worst" integer DEFAULT 9 NOT NULL,
	"upload_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submission_value_org_unit_code_collection_id_indicator_code_period_code_pk" PRIMARY KEY("org_unit_code","collection_id","indicator_code","period_code"),
	CONSTRAINT "submission_value_state_known" CHECK ("submission_value"."state" in ('draft', 'submitted', 'returned', 'approved', 'reopened')),
	CONSTRAINT "submission_value_absence_known" CHECK ("submission_value"."absence" in ('none', 'blank', 'notReported', 'notApplicable')),
	CONSTRAINT "submission_value_awaits_when_submitted" CHECK (("submission_value"."state" = 'submitted') = ("submission_value"."awaits" is not null)),
	CONSTRAINT "submission_value_number_or_absence" CHECK ("submission_value"."value" is null or "submission_value"."absence" = 'none')
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" text PRIMARY KEY NOT NULL,
	"org_unit_code" text NOT NULL,
	"collection_id" text,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"format" text NOT NULL,
	"encoding" text,
	"template" integer NOT NULL,
	"state" text DEFAULT 'staged' NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"faulty" integer NOT NULL,
	"findings" jsonb NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"committed_by" text,
	"committed_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "upload_state_known" CHECK ("upload"."state" in ('staged', 'committed', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "upload_row" (
	"upload_id" text NOT NULL,
	"row_number" integer NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"collection_id" text,
	"indicator_code" text,
	"period_code" text,
	"typed" text NOT NULL,
	"value" numeric,
	"decimals" integer NOT NULL,
	"qualifier" text NOT NULL,
	"qualifier_printed" text NOT NULL,
	"absence" text NOT NULL,
	"typed_yoy" text NOT NULL,
	"reported_yoy" numeric,
	"note" text NOT NULL,
	"source_text" text NOT NULL,
	"explanation" text NOT NULL,
	"old" jsonb,
	"old_version" integer NOT NULL,
	"findings" jsonb NOT NULL,
	CONSTRAINT "upload_row_upload_id_row_number_pk" PRIMARY KEY("upload_id","row_number"),
	CONSTRAINT "upload_row_kind_known" CHECK ("upload_row"."kind" in ('added', 'changed', 'unchanged', 'faulty'))
);
--> statement-breakpoint
ALTER TABLE "source" DROP CONSTRAINT "source_reliability_known";--> statement-breakpoint
ALTER TABLE "org_unit" ADD COLUMN "is_demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "observation_revision" ADD COLUMN "collection_id" text;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection" ADD CONSTRAINT "collection_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection" ADD CONSTRAINT "collection_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection" ADD CONSTRAINT "collection_calendar_id_collection_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."collection_calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection" ADD CONSTRAINT "collection_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_calendar" ADD CONSTRAINT "collection_calendar_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopen_request" ADD CONSTRAINT "reopen_request_of_submission" FOREIGN KEY ("org_unit_code","collection_id") REFERENCES "public"."submission"("org_unit_code","collection_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_event" ADD CONSTRAINT "review_event_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_event" ADD CONSTRAINT "review_event_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_event" ADD CONSTRAINT "review_event_of_submission" FOREIGN KEY ("org_unit_code","collection_id") REFERENCES "public"."submission"("org_unit_code","collection_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_value" ADD CONSTRAINT "submission_value_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_value" ADD CONSTRAINT "submission_value_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_value" ADD CONSTRAINT "submission_value_evidence_id_attachment_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_value" ADD CONSTRAINT "submission_value_of_submission" FOREIGN KEY ("org_unit_code","collection_id") REFERENCES "public"."submission"("org_unit_code","collection_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_row" ADD CONSTRAINT "upload_row_upload_id_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."upload"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_by_collection" ON "attachment" USING btree ("collection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collection_of_calendar" ON "collection" USING btree ("calendar_id","period_code");--> statement-breakpoint
CREATE INDEX "collection_by_state" ON "collection" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "reopen_request_pending" ON "reopen_request" USING btree ("asked_at") WHERE "reopen_request"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "review_event_by_figure" ON "review_event" USING btree ("indicator_code","period_code","org_unit_code");--> statement-breakpoint
CREATE INDEX "submission_by_collection" ON "submission" USING btree ("collection_id","state");--> statement-breakpoint
CREATE INDEX "submission_value_awaiting" ON "submission_value" USING btree ("awaits","org_unit_code","collection_id") WHERE "submission_value"."awaits" is not null;--> statement-breakpoint
CREATE INDEX "submission_value_by_figure" ON "submission_value" USING btree ("indicator_code","period_code","org_unit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "upload_once" ON "upload" USING btree ("org_unit_code","sha256") WHERE "upload"."state" <> 'undone';--> statement-breakpoint
CREATE INDEX "upload_by_moment" ON "upload" USING btree ("org_unit_code","uploaded_at");--> statement-breakpoint
CREATE INDEX "upload_row_by_kind" ON "upload_row" USING btree ("upload_id","kind","row_number");--> statement-breakpoint
ALTER TABLE "observation_revision" ADD CONSTRAINT "observation_revision_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "observation_revision_by_moment" ON "observation_revision" USING btree ("recorded_at");--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_reliability_known" CHECK ("source"."reliability" in ('official', 'reported', 'press', 'copy', 'unverified'));--> statement-breakpoint
CREATE TRIGGER review_event_append_only
  BEFORE UPDATE OR DELETE ON review_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER review_event_no_truncate
  BEFORE TRUNCATE ON review_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
