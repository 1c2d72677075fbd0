CREATE TABLE "annotation" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"indicator_code" text,
	"org_unit_code" text,
	"since" text NOT NULL,
	"until" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"awarded_by" text NOT NULL,
	"source_code" text,
	"locator" text NOT NULL,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "annotation_kind_known" CHECK ("annotation"."kind" in ('annotation', 'honour', 'event')),
	CONSTRAINT "annotation_ordered" CHECK ("annotation"."starts_on" <= "annotation"."ends_on"),
	CONSTRAINT "annotation_fact_of_unit" CHECK ("annotation"."kind" = 'annotation' or ("annotation"."org_unit_code" is not null and "annotation"."source_code" is not null and "annotation"."indicator_code" is null))
);
--> statement-breakpoint
ALTER TABLE "proposal" DROP CONSTRAINT "proposal_kind_known";--> statement-breakpoint
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotation_by_unit" ON "annotation" USING btree ("org_unit_code","starts_on");--> statement-breakpoint
CREATE INDEX "annotation_by_indicator" ON "annotation" USING btree ("indicator_code","starts_on");--> statement-breakpoint
CREATE INDEX "annotation_by_source" ON "annotation" USING btree ("source_code");--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind_known" CHECK ("proposal"."kind" in ('indicator.define', 'indicator.retire', 'indicator.derive', 'unit.rename', 'unit.move', 'unit.retire', 'unit.merge', 'unit.split', 'group.changeMembers', 'annotation.record', 'annotation.correct', 'annotation.withdraw'));