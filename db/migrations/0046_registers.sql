CREATE TABLE "register" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"lists" jsonb NOT NULL,
	"visit_days" integer NOT NULL,
	"source_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "register_kind_known" CHECK ("register"."kind" in ('entities', 'vehicles')),
	CONSTRAINT "register_days_sensible" CHECK ("register"."visit_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE TABLE "register_change" (
	"register_code" text NOT NULL,
	"identifier" text NOT NULL,
	"step" integer NOT NULL,
	"field" text NOT NULL,
	"holds_from" date NOT NULL,
	"value" text NOT NULL,
	"before" text NOT NULL,
	"reason" text NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"unit_code" text GENERATED ALWAYS AS (case when field in ('bureau', 'street') then nullif(value, '') end) STORED,
	CONSTRAINT "register_change_register_code_identifier_step_field_pk" PRIMARY KEY("register_code","identifier","step","field"),
	CONSTRAINT "register_change_field_known" CHECK ("register_change"."field" in ('state', 'name', 'field', 'grade', 'bureau', 'street', 'group', 'visit'))
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"register_code" text NOT NULL,
	"identifier" text NOT NULL,
	"version" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "register_entry_register_code_identifier_pk" PRIMARY KEY("register_code","identifier")
);
--> statement-breakpoint
CREATE TABLE "register_fixed" (
	"cited_id" text PRIMARY KEY NOT NULL,
	"register_code" text NOT NULL,
	"day" date NOT NULL,
	"counted" integer NOT NULL,
	"counts" text NOT NULL,
	"per" text NOT NULL,
	"of_field" text NOT NULL,
	"of_grade" text NOT NULL,
	"of_group" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_link" (
	"id" text PRIMARY KEY NOT NULL,
	"register_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"counts" text NOT NULL,
	"per" text NOT NULL,
	"of_field" text NOT NULL,
	"of_grade" text NOT NULL,
	"of_group" text NOT NULL,
	"org_unit_code" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "register_link_counts_known" CHECK ("register_link"."counts" in ('entries', 'fields')),
	CONSTRAINT "register_link_per_known" CHECK ("register_link"."per" in ('whole', 'street', 'bureau')),
	CONSTRAINT "register_link_of_one" CHECK (("register_link"."per" = 'whole') = ("register_link"."org_unit_code" is not null))
);
--> statement-breakpoint
ALTER TABLE "register" ADD CONSTRAINT "register_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_unit_code_org_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_of_entry" FOREIGN KEY ("register_code","identifier") REFERENCES "public"."register_entry"("register_code","identifier") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_register_code_register_code_fk" FOREIGN KEY ("register_code") REFERENCES "public"."register"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_fixed" ADD CONSTRAINT "register_fixed_cited_id_cited_figure_id_fk" FOREIGN KEY ("cited_id") REFERENCES "public"."cited_figure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_fixed" ADD CONSTRAINT "register_fixed_register_code_register_code_fk" FOREIGN KEY ("register_code") REFERENCES "public"."register"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_link" ADD CONSTRAINT "register_link_register_code_register_code_fk" FOREIGN KEY ("register_code") REFERENCES "public"."register"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_link" ADD CONSTRAINT "register_link_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_link" ADD CONSTRAINT "register_link_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_change_in_order" ON "register_change" USING btree ("register_code","identifier","field","holds_from" DESC NULLS LAST,"step" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "register_change_by_unit" ON "register_change" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "register_fixed_by_register" ON "register_fixed" USING btree ("register_code","day");--> statement-breakpoint
CREATE INDEX "register_link_by_indicator" ON "register_link" USING btree ("indicator_code");--> statement-breakpoint
-- The history of a register, and how its fixed figures were counted, are only ever added to.
CREATE TRIGGER register_change_append_only
  BEFORE UPDATE OR DELETE ON register_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_change_no_truncate
  BEFORE TRUNCATE ON register_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_fixed_append_only
  BEFORE UPDATE OR DELETE ON register_fixed
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_fixed_no_truncate
  BEFORE TRUNCATE ON register_fixed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
