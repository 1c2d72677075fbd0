CREATE TABLE "org_unit_former" (
	"org_unit_code" text NOT NULL,
	"valid_to" date NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"parent_code" text,
	CONSTRAINT "org_unit_former_org_unit_code_valid_to_pk" PRIMARY KEY("org_unit_code","valid_to")
);
--> statement-breakpoint
CREATE TABLE "cited_figure" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"kind" text NOT NULL,
	"indicator_code" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"period_code" text NOT NULL,
	"printed" text NOT NULL,
	"value" numeric,
	"decimals" integer NOT NULL,
	"qualifier" text NOT NULL,
	"qualifier_printed" text NOT NULL,
	"vintage" text NOT NULL,
	"reported_yoy" numeric,
	"rank" integer,
	"rank_scope_zh" text DEFAULT '' NOT NULL,
	"rank_scope_en" text DEFAULT '' NOT NULL,
	"rank_group_code" text,
	"source_code" text NOT NULL,
	"locator" text NOT NULL,
	"quote" text NOT NULL,
	"note" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"replaces" integer,
	"batch_id" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cited_figure_state_known" CHECK ("cited_figure"."state" in ('waiting', 'confirmed', 'refused', 'takenBack')),
	CONSTRAINT "cited_figure_value_or_rank" CHECK ("cited_figure"."kind" = 'withdraw' or "cited_figure"."value" is not null or "cited_figure"."rank" is not null)
);
--> statement-breakpoint
CREATE TABLE "source_file" (
	"source_code" text NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "source_file_source_code_sha256_pk" PRIMARY KEY("source_code","sha256")
);
--> statement-breakpoint
CREATE TABLE "target_draft" (
	"org_unit_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"year" integer NOT NULL,
	"base" numeric,
	"stretch" numeric,
	"note" text NOT NULL,
	"plan" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"changes" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_draft_org_unit_code_indicator_code_year_pk" PRIMARY KEY("org_unit_code","indicator_code","year")
);
--> statement-breakpoint
CREATE TABLE "target_event" (
	"org_unit_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"year" integer NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"base" numeric,
	"stretch" numeric,
	"plan" jsonb,
	"note" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_event_org_unit_code_indicator_code_year_step_pk" PRIMARY KEY("org_unit_code","indicator_code","year","step"),
	CONSTRAINT "target_event_kind_known" CHECK ("target_event"."kind" in ('issued', 'confirmed', 'disputed', 'changed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY DEFAULT 'place' NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"settings" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"subject" text NOT NULL,
	"input" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposal_kind_known" CHECK ("proposal"."kind" in ('indicator.define', 'indicator.retire', 'unit.rename', 'unit.move', 'unit.retire', 'unit.merge', 'unit.split', 'group.changeMembers')),
	CONSTRAINT "proposal_state_known" CHECK ("proposal"."state" in ('waiting', 'confirmed', 'refused', 'takenBack'))
);
--> statement-breakpoint
ALTER TABLE "org_unit" DROP CONSTRAINT "org_unit_kind_known";--> statement-breakpoint
ALTER TABLE "observation_revision" DROP CONSTRAINT "observation_revision_of_observation";
--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "assisting_zh" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "assisting_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "contact" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "retired_on" date;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD COLUMN "is_break" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "org_unit" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "org_unit_succession" ADD COLUMN "adds_up" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "peer_group" ADD COLUMN "retired_on" date;--> statement-breakpoint
ALTER TABLE "peer_group" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "peer_group_member" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "retrieved_on" date;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topic" ADD COLUMN "parent_code" text;--> statement-breakpoint
ALTER TABLE "topic" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "target" ADD COLUMN "plan" jsonb;--> statement-breakpoint
ALTER TABLE "target" ADD COLUMN "answer" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "target" ADD COLUMN "answer_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "target" ADD COLUMN "answered_by" text;--> statement-breakpoint
ALTER TABLE "target" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "observation_revision" ADD COLUMN "is_withdrawal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "org_unit_former" ADD CONSTRAINT "org_unit_former_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_unit_former" ADD CONSTRAINT "org_unit_former_parent_code_org_unit_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cited_figure" ADD CONSTRAINT "cited_figure_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cited_figure" ADD CONSTRAINT "cited_figure_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cited_figure" ADD CONSTRAINT "cited_figure_rank_group_code_peer_group_code_fk" FOREIGN KEY ("rank_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cited_figure" ADD CONSTRAINT "cited_figure_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_draft" ADD CONSTRAINT "target_draft_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_draft" ADD CONSTRAINT "target_draft_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_event" ADD CONSTRAINT "target_event_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_event" ADD CONSTRAINT "target_event_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cited_figure_by_state" ON "cited_figure" USING btree ("state","recorded_at");--> statement-breakpoint
CREATE INDEX "cited_figure_by_figure" ON "cited_figure" USING btree ("indicator_code","period_code","org_unit_code");--> statement-breakpoint
CREATE INDEX "cited_figure_by_source" ON "cited_figure" USING btree ("source_code");--> statement-breakpoint
CREATE INDEX "target_draft_by_year" ON "target_draft" USING btree ("year","indicator_code");--> statement-breakpoint
CREATE INDEX "proposal_by_state" ON "proposal" USING btree ("state","proposed_at");--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_replaced_by_indicator_code_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_code_topic_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."topic"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "target_by_year" ON "target" USING btree ("year","indicator_code");--> statement-breakpoint
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_kind_known" CHECK ("org_unit"."kind" in ('country', 'province', 'city', 'county', 'town', 'street', 'village', 'zone', 'port', 'portArea', 'enterprise', 'department', 'institution'));--> statement-breakpoint
CREATE TRIGGER target_event_append_only
  BEFORE UPDATE OR DELETE ON target_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER target_event_no_truncate
  BEFORE TRUNCATE ON target_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
