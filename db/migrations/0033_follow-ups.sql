CREATE TABLE "follow_up" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"matter" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"assisting" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"condition" jsonb,
	"origin" jsonb NOT NULL,
	"state" text NOT NULL,
	"measures" text DEFAULT '' NOT NULL,
	"reported_by" text,
	"extension" jsonb,
	"merged_into" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_up_state_known" CHECK ("follow_up"."state" in ('raised', 'assigned', 'signed', 'working', 'reported', 'checking', 'closed', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "follow_up_event" (
	"follow_up_id" text NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"words" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_up_event_follow_up_id_step_pk" PRIMARY KEY("follow_up_id","step"),
	CONSTRAINT "follow_up_event_kind_known" CHECK ("follow_up_event"."kind" in ('raise', 'edit', 'assign', 'sign', 'plan', 'note', 'attach', 'report', 'check', 'sendBack', 'close', 'askExtension', 'grantExtension', 'declineExtension', 'merge', 'absorb', 'transfer'))
);
--> statement-breakpoint
CREATE TABLE "follow_up_file" (
	"follow_up_id" text NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_up_file_follow_up_id_sha256_pk" PRIMARY KEY("follow_up_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "leader_remark" (
	"id" text PRIMARY KEY NOT NULL,
	"org_unit_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"year" smallint NOT NULL,
	"month" smallint NOT NULL,
	"words" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"follow_up_id" text
);
--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_merged_into_follow_up_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."follow_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_file" ADD CONSTRAINT "follow_up_file_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_by_unit" ON "follow_up" USING btree ("org_unit_code","state");--> statement-breakpoint
CREATE INDEX "follow_up_by_due" ON "follow_up" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "leader_remark_by_lamp" ON "leader_remark" USING btree ("org_unit_code","indicator_code","year","month");--> statement-breakpoint
CREATE TRIGGER follow_up_event_append_only
  BEFORE UPDATE OR DELETE ON follow_up_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER follow_up_event_no_truncate
  BEFORE TRUNCATE ON follow_up_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
