CREATE TABLE "unit_contact" (
	"org_unit_code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"telephone" text NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "review_event" DROP CONSTRAINT "review_event_kind_known";--> statement-breakpoint
ALTER TABLE "unit_contact" ADD CONSTRAINT "unit_contact_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_event" ADD CONSTRAINT "review_event_kind_known" CHECK ("review_event"."kind" in ('submitted', 'withdrawn', 'passed', 'approved', 'returned', 'verified', 'undone', 'reopenAsked', 'reopened', 'reopenRefused', 'extended', 'reminded'));