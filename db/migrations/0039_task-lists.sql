CREATE TABLE "task_template" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"tasks" jsonb NOT NULL,
	"handed" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_task" (
	"id" text PRIMARY KEY NOT NULL,
	"org_unit_code" text NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"goal" text NOT NULL,
	"due_on" date NOT NULL,
	"template_id" text,
	"template_task" integer,
	"indicator_code" text,
	"follow_up_id" text,
	"measure" text DEFAULT '' NOT NULL,
	"responsible" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_task_once" UNIQUE("template_id","template_task","org_unit_code"),
	CONSTRAINT "unit_task_state_known" CHECK ("unit_task"."state" in ('notBegun', 'underWay', 'done', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "unit_task_event" (
	"task_id" text NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"words" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_task_event_task_id_step_pk" PRIMARY KEY("task_id","step"),
	CONSTRAINT "unit_task_event_kind_known" CHECK ("unit_task_event"."kind" in ('add', 'plan', 'note', 'begin', 'finish', 'reopen', 'withdraw'))
);
--> statement-breakpoint
ALTER TABLE "unit_task" ADD CONSTRAINT "unit_task_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_task" ADD CONSTRAINT "unit_task_template_id_task_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."task_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_task" ADD CONSTRAINT "unit_task_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_task" ADD CONSTRAINT "unit_task_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_task_event" ADD CONSTRAINT "unit_task_event_task_id_unit_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."unit_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unit_task_by_unit" ON "unit_task" USING btree ("org_unit_code","year");--> statement-breakpoint
CREATE INDEX "unit_task_by_due" ON "unit_task" USING btree ("year","state","due_on");--> statement-breakpoint
-- The history of a task is only ever added to.
CREATE TRIGGER unit_task_event_append_only
  BEFORE UPDATE OR DELETE ON unit_task_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER unit_task_event_no_truncate
  BEFORE TRUNCATE ON unit_task_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
