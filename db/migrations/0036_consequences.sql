CREATE TABLE "consequence" (
	"id" text PRIMARY KEY NOT NULL,
	"rule_code" text NOT NULL,
	"rule_number" integer NOT NULL,
	"org_unit_code" text NOT NULL,
	"key" text NOT NULL,
	"met" text NOT NULL,
	"measure" text NOT NULL,
	"share" numeric,
	"basis" jsonb NOT NULL,
	"state" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consequence_once" UNIQUE("rule_code","org_unit_code","key"),
	CONSTRAINT "consequence_state_known" CHECK ("consequence"."state" in ('proposed', 'confirmed', 'declined', 'completed')),
	CONSTRAINT "consequence_measure_known" CHECK ("consequence"."measure" in ('reminderLetter', 'talk', 'rectification', 'downgrade', 'promotion', 'outstandingShare'))
);
--> statement-breakpoint
CREATE TABLE "consequence_event" (
	"consequence_id" text NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"words" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consequence_event_consequence_id_step_pk" PRIMARY KEY("consequence_id","step"),
	CONSTRAINT "consequence_event_kind_known" CHECK ("consequence_event"."kind" in ('propose', 'confirm', 'decline', 'enter', 'complete'))
);
--> statement-breakpoint
CREATE TABLE "consequence_rule" (
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"peer_group_code" text NOT NULL,
	"condition" jsonb NOT NULL,
	"measure" text NOT NULL,
	"shares" jsonb,
	"valid_from" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"adopted_by" text,
	"adopted_at" timestamp (3) with time zone,
	"valid_to" date,
	"ended_by" text,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consequence_rule_code_number_pk" PRIMARY KEY("code","number"),
	CONSTRAINT "consequence_rule_state_known" CHECK ("consequence_rule"."state" in ('draft', 'held', 'ended')),
	CONSTRAINT "consequence_rule_measure_known" CHECK ("consequence_rule"."measure" in ('reminderLetter', 'talk', 'rectification', 'downgrade', 'promotion', 'outstandingShare'))
);
--> statement-breakpoint
ALTER TABLE "consequence" ADD CONSTRAINT "consequence_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consequence" ADD CONSTRAINT "consequence_of_rule" FOREIGN KEY ("rule_code","rule_number") REFERENCES "public"."consequence_rule"("code","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consequence_event" ADD CONSTRAINT "consequence_event_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consequence_rule" ADD CONSTRAINT "consequence_rule_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consequence_by_unit" ON "consequence" USING btree ("org_unit_code","state");--> statement-breakpoint
CREATE INDEX "consequence_by_state" ON "consequence" USING btree ("state","proposed_at");--> statement-breakpoint
CREATE INDEX "lamp_told_red" ON "lamp" USING btree ("org_unit_code","indicator_code","year","month") WHERE "lamp"."colour" = 'red' and "lamp"."told_at" is not null;--> statement-breakpoint
-- The history of a consequence is only ever added to.
CREATE TRIGGER consequence_event_append_only
  BEFORE UPDATE OR DELETE ON consequence_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consequence_event_no_truncate
  BEFORE TRUNCATE ON consequence_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
